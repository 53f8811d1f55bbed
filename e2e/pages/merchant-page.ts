const form = (number: number) => {
  const suffix = number === 1 ? '' : ` ${number}`;
  return `
  <form data-instance="${number}">
    <p><label>mctTrToken${suffix} <input name="mctTrToken" autocomplete="off"></label></p>
    <p><label>userAuthToken${suffix} <input name="userAuthToken" autocomplete="off"></label></p>
    <p><button type="button" name="show" disabled>OK캐쉬백 사용${suffix}</button>
       <button type="button" name="forceClose" disabled>forceClose${suffix}</button></p>
    <ol></ol>
  </form>`;
};

/**
 * The script of release 0.1.0 as the browser kept it. It takes the front server's address from the first element that
 * names it, here one that runs nothing.
 */
const heldScript = (front: string, release: string) =>
  `<script type="text/plain" src="${front}/js/okcashbagapi.js"></script><script src="/releases/${release}/js/okcashbagapi.js"></script>`;

/**
 * A merchant's page that shows what happened. Parameters: `instances=2`, `scripts=2` (included twice), `lang`, `modal`
 * (a kind of `modal.js`), `mode` (Internet Explorer's document mode), `strict` (the policy comes from the host),
 * `release` (whose script the page holds); `merchant.js` reads the others.
 */
export function merchantPage(front: string, query: URLSearchParams): string {
  const release = query.get('release');
  const script = `<script src="${front}/js/okcashbagapi.js"></script>`;
  const mode = query.get('mode');
  const instances = Number(query.get('instances') ?? 1);
  return `<!doctype html>
<html lang="${query.get('lang') === 'en' ? 'en' : 'ko'}">
<head>
<meta charset="utf-8">
${mode ? `<meta http-equiv="X-UA-Compatible" content="IE=${Number(mode)}">` : ''}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A merchant's page</title>
${release ? heldScript(front, release) : query.get('script') === 'late' ? '' : script}
${query.get('scripts') === '2' ? script : ''}
</head>
<body>
<h1>주문서</h1>
${Array.from({ length: instances }, (_, i) => form(i + 1)).join('')}
<p>상품 설명${'<br>'.repeat(120)}끝</p>
<script src="/merchant.js"></script>
${query.has('modal') ? '<script src="/modal.js"></script>' : ''}
</body>
</html>
`;
}
