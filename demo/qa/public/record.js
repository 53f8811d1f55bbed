/** What has happened since the last preparation, in order. */
(function () {
  var qa = window.qa;
  var startedAt = new Date().getTime();
  var facts = [];
  var hearers = [];

  /** The errors of scripts since the last preparation. */
  qa.scriptErrors = 0;

  /** Calls this after each fact and each error. */
  qa.onRecord = function (hearer) {
    hearers.push(hearer);
  };

  /** Forgets everything: a case begins. */
  qa.startRecord = function () {
    startedAt = new Date().getTime();
    facts = [];
    qa.scriptErrors = 0;
  };

  /** Returns the ms since the case began. */
  qa.elapsed = function () {
    return new Date().getTime() - startedAt;
  };

  /** Returns the facts: what `Check` in cases/case.ts describes. */
  qa.facts = function () {
    return facts;
  };

  function write(text, detail) {
    var line = qa.add(qa.element('log'), 'li', (qa.elapsed() / 1000).toFixed(1) + ' s  ' + text);
    if (detail !== undefined) qa.add(line, 'pre', JSON.stringify(detail, null, 2));
    qa.show('log-empty', false);
  }

  function tellHearers() {
    qa.each(hearers, function (hearer) {
      hearer();
    });
  }

  /** Writes a line that is no fact, such as a call of the script. */
  qa.note = write;

  /** Records a fact. */
  qa.fact = function (text, detail) {
    facts.push(text);
    write(text, detail);
    tellHearers();
  };

  /** Empties the log that is shown. */
  qa.clearLog = function () {
    qa.clear(qa.element('log'));
    qa.show('log-empty', true);
  };

  window.onerror = function (message) {
    qa.scriptErrors += 1;
    write('script error: ' + message);
    tellHearers();
    return false;
  };
})();
