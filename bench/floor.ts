/**
 * The floors that the layer is measured beside: pages as one would write them by hand, with as many windows, focus
 * changes and messages as the task needs.
 */

/**
 * A frame with a heading to focus, in the popup's language, so that both need the same fonts. A message that is a token
 * makes it call the front server, as the popup does, and show a button.
 */
export const FLOOR_FRAME = `<!doctype html><html lang="ko"><meta charset="utf-8"><title>floor</title>
<main class="opening"><h1 tabindex="-1">결제 정보를 불러오고 있어요</h1></main><script>
const main = document.querySelector('main');
async function open(mctTrToken, pageOrigin) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ mctTrToken, userAuthToken: '', pageOrigin, locale: 'ko' });
  const answer = await (await fetch('/front/v1/open', { method: 'POST', headers, body })).json();
  main.className = answer.next.step;
  main.insertAdjacentHTML('beforeend', '<button>' + answer.merchantName + '</button>');
}
addEventListener('message', ({ data, origin }) => {
  document.querySelector('h1').focus();
  if (data) open(data, origin);
});
addEventListener('keydown', ({ key }) => { if (key === 'Escape') parent.postMessage('closed', '*'); });
parent.postMessage('ready', '*');
</script>`;

/** Reveals a frame that is there already, or, with \`made=click\`, makes it. */
const floorScript = (frame: string): string => `
const make = () => {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;top:0;left:0;width:100%;height:100%;border:0;visibility:hidden';
  frame.src = '${frame}';
  return document.body.appendChild(frame);
};
let frame = query.get('made') === 'click' ? undefined : make();
let isReady = false, isShown = false;
const reveal = () => {
  frame.style.visibility = '';
  frame.focus();
  frame.contentWindow.postMessage(query.get('token') || '', '${new URL(frame).origin}');
};
addEventListener('message', ({ data }) => {
  if (data === 'ready') { isReady = true; if (isShown) reveal(); }
  else if (data === 'closed') { isShown = false; frame.style.visibility = 'hidden'; button.focus(); ended(); }
});
button.onclick = () => timed(() => {
  isShown = true;
  frame = frame || make();
  if (isReady) reveal();
});`;

/**
 * A dialog with a frame that is there already, opened by the browser's own showModal() and focus(), and nothing else.
 */
const modalScript = (frame: string): string => `
const dialog = document.createElement('dialog');
dialog.style.cssText = 'all:initial;position:fixed;top:0;left:0;width:100%;height:100%;visibility:hidden';
const frame = document.createElement('iframe');
frame.style.cssText = 'position:fixed;top:0;left:0;width:100%;height:100%;border:0';
frame.src = '${frame}';
dialog.append(frame);
document.body.append(dialog);
button.onclick = () => timed(() => {
  dialog.style.visibility = 'visible';
  dialog.showModal();
  frame.focus();
});
addEventListener('message', ({ data }) => {
  if (data !== 'closed') return;
  dialog.close();
  dialog.style.visibility = 'hidden';
  ended();
});`;

/** The merchant's page with the layer. \`made=click\`: as one that makes its instance when it is needed. */
const layerScript = `
const make = () => {
  const api = new OKcashbagAPI(query.get('made') === 'tokenless' ? '' : query.get('token'));
  api.on(ended);
  return api;
};
let api = query.get('made') === 'click' ? undefined : make();
button.onclick = () => timed(() => {
  api = api || make();
  api.show({ mctTrToken: query.get('token') });
});`;

export type PageName = 'layer' | 'floor' | 'modal';

/**
 * A page of this name whose frame comes from the front server. All have the same content, because showing a layer may
 * lay it out.
 */
export function benchPage(name: PageName, front: string): string {
  const frame = `${front}/floor/frame`;
  const script = { layer: layerScript, floor: floorScript(frame), modal: modalScript(frame) }[name];
  const tag = name === 'layer' ? `<script src="${front}/js/okcashbagapi.js"></script>` : '';
  return `<!doctype html><html lang="ko"><meta charset="utf-8"><title>${name}</title>${tag}
<h2>주문서</h2><form><label>받는 분 <input></label><label>주소 <input></label></form>
<p><button type="button" id="show">OK캐쉬백 사용</button></p><p>상품 설명${'<br>한 줄'.repeat(120)}</p>
<script>
const query = new URLSearchParams(location.search);
const button = document.getElementById('show');
window.marks = {};
const now = () => performance.timeOrigin + performance.now();
const timed = (act) => { marks.began = now(); act(); marks.returned = now(); };
/** A second after an outcome. */
const ended = () => setTimeout(() => console.debug('bench again'), 1000);
if (query.has('later')) addEventListener('load', () => setTimeout(() => console.debug('bench later'), 2500));
${script}
</script></html>`;
}
