import { type Html, html } from '../../html';
import type { Text } from '../text/ko';

/** The report: who tests on what, its text to copy, and the table that is printed. */
export const reportView = (text: Text): Html => html`<div id="report">
<div class="card" id="report-form">
  <p>${text.reportHint}</p>
  <p><label for="tester">${text.script.tester}</label><br><input id="tester" type="text" maxlength="80"></p>
  <p><label for="device">${text.script.device}</label><br><input id="device" type="text" maxlength="120"></p>
  <p>
    <button type="button" id="as-markdown">${text.markdown}</button>
    <button type="button" id="as-json">${text.json}</button>
    <button type="button" id="select-report">${text.selectReport}</button>
    <button type="button" id="download">${text.download}</button>
    <button type="button" id="print">${text.print}</button>
  </p>
  <p><label for="report-text">${text.reportText}</label><br>
    <textarea id="report-text" rows="16" cols="80" readonly></textarea></p>
</div>
<h2>${text.script.reportTitle}</h2>
<table id="report-surroundings"></table>
<table id="report-cases"></table>
</div>`;
