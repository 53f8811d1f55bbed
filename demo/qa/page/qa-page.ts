import type { Locale } from '../../../contract/locales';
import { html } from '../../html';
import { AREAS, numbered } from '../cases/cases';
import type { Merchant } from '../merchants';
import { TEXTS } from '../text/texts';
import { consoleView } from './console-view';
import { layout } from './layout';
import { marked } from './marked';
import { bench, caseCard } from './plan-view';
import { reportView } from './report-view';

const SCRIPTS = [
  'dom',
  'request',
  'record',
  'widget',
  'calls',
  'controls',
  'member',
  'progress',
  'checks',
  'report',
  'plan',
  'console',
  'views',
];

/** Renders the page: test plan, console and report, one of which is seen. */
export function qaPage(locale: Locale, front: string, merchants: readonly Merchant[]): string {
  const text = TEXTS[locale];
  const all = numbered();
  const cases = all.map(({ one, area, number }) => ({
    id: one.id,
    number,
    area: area.title[locale],
    title: one.title[locale],
    start: one.start ?? 'constructor',
    listeners: one.listeners ?? ['any'],
    buttons: one.buttons ?? ['show'],
    check: one.check,
  }));
  const body = html`
<p id="views">
  ${(['plan', 'console', 'report'] as const).map((view) => html`<button type="button" id="view-${view}">${text[view]}</button> `)}
</p>
<noscript><p class="problem">${text.noScriptHere}</p></noscript>
<p id="problem" class="problem" role="alert"></p>
<p id="not-kept" class="problem">${text.notKept}</p>
<div id="plan">
  <div class="card">${text.intro.map((line) => html`<p>${marked(line)}</p>`)}
    <p id="summary" role="status"></p>
    <p><button type="button" id="next" class="primary">${text.next}</button> <button type="button" id="start-over">${text.startOver}</button></p>
  </div>
  ${AREAS.map(
    (area) => html`<h2>${area.title[locale]}</h2>
  ${all.filter((each) => each.area === area).map(({ one, number }) => caseCard(locale, one, number))}`,
  )}
  ${bench(text)}
</div>
${consoleView(text, merchants)}
${reportView(text)}`;
  return layout({ locale, title: text.title, path: '/?', body, scripts: SCRIPTS, data: { cases }, front });
}
