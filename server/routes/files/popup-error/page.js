/**
 * The script of the page that replaces a popup which cannot be served. It speaks the popup's protocol
 * (contract/messages.ts), so that the shopper can leave and the merchant's page receives the error. It is not compiled,
 * because the build itself may be missing, and therefore uses only JavaScript that Internet Explorer 8 supports.
 */
(function () {
  var ESCAPE_KEY_CODE = 27;
  /** The URL hash of a frame whose layer was visible when it loaded. */
  var VISIBLE_FROM_THE_START = '#open';

  var host = window.parent;
  var page = document.body;
  var lead = document.getElementById('lead').firstChild;
  /** The origin of the merchant's page; empty until its first message. */
  var origin = '';
  /** The script of release 0.1.0 sends numbers as types: -1 closes, 0 prepares, and a positive number opens. */
  var isOldScript = false;
  var isClosed = false;

  function tellOutcome() {
    var outcome = {
      type: isOldScript ? 'POINTS_AUTH_FAILED' : 'FAILED',
      result: { errorObject: JSON.parse(page.getAttribute('data-error')) }
    };
    host.postMessage(JSON.stringify(outcome), origin === 'null' ? '*' : origin);
  }

  function close() {
    isClosed = true;
    if (origin) tellOutcome();
  }

  /**
   * Loads the popup in place of this page. The URL is absolute and new each time, because changing only the hash loads
   * nothing.
   */
  function load() {
    var here = location.protocol + '//' + location.host + location.pathname;
    location.replace(here + '?' + (Number(location.search.slice(1)) + 1) + VISIBLE_FROM_THE_START);
  }

  /** Checks first that the popup is available: a failed navigation would show the browser's own error page. */
  function retry() {
    var request = new XMLHttpRequest();
    lead.nodeValue = page.getAttribute('data-opening');
    request.onreadystatechange = function () {
      if (request.readyState !== 4) return;
      if (request.status === 200) load();
      else lead.nodeValue = page.getAttribute('data-later');
    };
    request.open('HEAD', location.pathname);
    request.send(null);
  }

  function open() {
    if (isClosed) {
      tellOutcome();
      return;
    }
    document.getElementById('title').focus();
    // The page was prepared in advance, so the error may be over.
    if (location.hash !== VISIBLE_FROM_THE_START) retry();
  }

  function typeOf(data) {
    try {
      return JSON.parse(data).type;
    } catch (_notJson) {
      return undefined;
    }
  }

  function hear(event) {
    // biome-ignore lint/suspicious/noDoubleEquals: Internet Explorer 8 has more than one object for a window, and only == knows
    if (event.source != host || (origin && event.origin !== origin)) return;
    var type = typeOf(event.data);
    if (typeof type !== 'number' && type !== 'PREPARE' && type !== 'OPEN' && type !== 'CLOSE') return;
    origin = event.origin;
    isOldScript = typeof type === 'number';
    if (type === 'OPEN' || type > 0) open();
  }

  if (window.addEventListener) window.addEventListener('message', hear);
  else window.attachEvent('onmessage', hear);
  document.onkeydown = function (event) {
    if ((event || window.event).keyCode === ESCAPE_KEY_CODE) close();
  };
  document.getElementById('close').onclick = close;
  document.getElementById('again').onclick = retry;
  host.postMessage('{"type":"READY"}', '*');
})();
