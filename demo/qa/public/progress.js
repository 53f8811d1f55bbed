/** The results of the cases: kept in the browser where it can keep something. */
(function () {
  var qa = window.qa;
  var KEY = 'okcashbagapi-qa';
  var kept = { startedAt: new Date().getTime(), tester: '', device: '', results: {} };
  var storage;

  try {
    storage = window.localStorage;
    storage.setItem(KEY + '-try', '1');
    storage.removeItem(KEY + '-try');
  } catch (_forbidden) {
    storage = undefined;
  }
  try {
    if (storage && storage.getItem(KEY)) kept = JSON.parse(storage.getItem(KEY));
  } catch (_broken) {
    // It starts over.
  }

  /** Whether the results outlive the page. */
  qa.isKept = !!storage;

  function keep() {
    try {
      if (storage) storage.setItem(KEY, JSON.stringify(kept));
    } catch (_full) {
      qa.isKept = false;
    }
    qa.show('not-kept', !qa.isKept);
  }

  /** The results by the ids of the cases, when they began, and who tests on what. */
  qa.progress = function () {
    return kept;
  };

  /** Returns the result of a case, undefined while there is none. */
  qa.resultOf = function (id) {
    return kept.results[id];
  };

  /** Changes the result of a case. */
  qa.changeResult = function (id, change) {
    var result = kept.results[id] || {};
    for (var name in change) result[name] = change[name];
    result.at = new Date().getTime();
    kept.results[id] = result;
    keep();
  };

  /** Changes what is said of all cases. */
  qa.changeProgress = function (name, value) {
    kept[name] = value;
    keep();
  };

  /** Keeps what is typed into a field with every key: whoever closes the page has not left the field before. */
  qa.keepField = function (id, value, keepValue) {
    var field = qa.element(id);
    function keepNow() {
      keepValue(qa.valueOf(id));
    }
    field.value = value || '';
    field.oninput = keepNow;
    // Internet Explorer 8 has no input event.
    field.onkeyup = keepNow;
    field.onchange = function () {
      keepNow();
      qa.drawReport();
    };
  };

  /** Forgets all results. */
  qa.startOver = function () {
    kept = { startedAt: new Date().getTime(), tester: kept.tester, device: kept.device, results: {} };
    keep();
  };

  qa.show('not-kept', !qa.isKept);
})();
