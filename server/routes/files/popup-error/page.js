/**
 * The script of the page that stands in for a popup which cannot be served. It speaks the popup's protocol (contract/messages.ts), so that
 * the shopper can leave and the merchant's page hears why. Nothing is compiled, because a build may be what is missing: it is written in
 * the JavaScript of Internet Explorer 8.
 */
(function () {
  var ESCAPE_KEY_CODE = 27;
  /** The end of the URL of a frame whose layer was visible when it was loaded. */
  var VISIBLE_FROM_THE_START = '#open';

  var host = window.parent;
  var page = document.body;
  var lead = document.getElementById('lead').firstChild;
  /** The origin of the merchant's page; empty before it has said anything. */
  var origin = '';
  /** The script of release 0.1.0 has numbers for types: -1 closes, 0 prepares, and what is more opens. */
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

  /** Loads the popup in place of this page. The address is another each time, and absolute, because one that only gets a `#` loads nothing. */
  function load() {
    var here = location.protocol + '//' + location.host + location.pathname;
    location.replace(here + '?' + (Number(location.search.slice(1)) + 1) + VISIBLE_FROM_THE_START);
  }

  /** Asks first whether the popup is there by now: a load that fails would show the browser's own error page. */
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
    // This page was prepared, perhaps long ago.
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
