/**
 * Where the front server is: the origin that this script was loaded from. The popup asks for a PIN, so nothing else on
 * the page may decide it: no other element with a `src`, wherever it is and whenever it comes.
 */

/** `https://front.example/js/okcashbagapi.js`, perhaps with a version in the path, the name or the query. */
const SCRIPT_ADDRESS = /^(https?:\/\/[^/?#@]+)\/[^?#]*okcashbagapi[^/?#]*\.js/;

const originIn = (address: string): string => (SCRIPT_ADDRESS.exec(address) || [])[1] || '';

/**
 * The front server's origin, such as `https://front.example`; an empty string where it cannot be known for sure. Call
 * it while the script is first run.
 */
export function frontOrigin(): string {
  // The getter itself, because `<img name="currentScript">` in a product review takes the name that `document` has for
  // it.
  const property = window.Document && Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript');
  // Null where a module runs.
  if (property && property.get) return originIn((property.get.call(document) || {}).src);
  return agreedOrigin();
}

/**
 * Internet Explorer does not tell which script is running: the one that the parser is at is the last so far, but one
 * that was injected may be any. So all tags that name this script must agree. Tags of another type, such as
 * `text/plain`, do not run.
 */
function agreedOrigin(): string {
  const scripts = document.getElementsByTagName('script');
  let agreed = '';
  for (let i = 0; i < scripts.length; i += 1) {
    const { src, type } = scripts[i] as HTMLScriptElement;
    // Version 8 leaves a scheme-relative address as it was written.
    const origin = originIn(src.replace(/^\/\//, location.protocol + '//'));
    if (!origin || (type && !/javascript/i.test(type))) continue;
    if (agreed && agreed !== origin) return '';
    agreed = origin;
  }
  return agreed;
}
