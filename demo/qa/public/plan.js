/** The test plan: one case is open at a time. */
(function () {
  var qa = window.qa;
  var words = qa.words;
  var open;
  var prepared;

  function stateOf(one) {
    var result = qa.resultOf(one.id);
    return (result && result.verdict) || 'open';
  }

  function mark(one) {
    var state = stateOf(one);
    qa.say('state-' + one.id, state === 'open' ? '' : words[state]);
    qa.element('case-' + one.id).className = 'case ' + state;
  }

  function summarise() {
    var counts = { pass: 0, fail: 0, skip: 0, open: 0 };
    qa.each(qa.cases, function (one) {
      counts[stateOf(one)] += 1;
    });
    qa.say('summary', qa.fill(words.summary, counts));
    qa.drawReport();
  }

  function explain(text) {
    qa.say('facts', text);
    qa.show('facts', text !== '');
  }

  function difference() {
    var seen = qa.facts().join(' → ') + (qa.scriptErrors ? ' + ' + words.scriptErrors : '');
    return qa.fill(words.factsDiffer, { expected: open.check ? open.check.facts.join(' → ') : '–', seen: seen });
  }

  function drawCheck() {
    if (!open || !prepared) return;
    var automatic = qa.check(open.check);
    qa.say('check-' + open.id, qa.fill(words.automatic, { result: words.automaticResults[automatic] }));
    qa.element('check-' + open.id).className = 'check ' + automatic;
    explain(automatic === 'fail' ? difference() : '');
    qa.changeResult(open.id, { automatic: automatic, facts: qa.facts().slice(0) });
    mark(open);
  }

  function setOpen(one) {
    if (open) {
      qa.show('body-' + open.id, false);
      qa.say('ready-' + open.id, '');
      qa.say('check-' + open.id, '');
    }
    open = one;
    prepared = undefined;
    if (!one) return;
    qa.show('body-' + one.id, true);
    qa.element('who-' + one.id).appendChild(qa.element('who-card'));
    qa.drawMember('who', null);
    qa.showLog();
    explain('');
  }

  function prepare(one) {
    qa.say('ready-' + one.id, words.preparing);
    qa.post('/api/prepare', { id: one.id, locale: qa.locale }, function (answer) {
      if (!answer || open !== one) return qa.say('ready-' + one.id, '');
      qa.startRecord();
      qa.clearLog();
      qa.forgetCalls();
      prepared = answer;
      qa.purchase = { merchant: answer.merchant, mctAmount: answer.mctAmount, member: answer.member };
      qa.secondToken = answer.secondToken;
      qa.begin(one.start, answer, one.listeners);
      qa.drawMember('who', answer.member);
      qa.showLog();
      qa.say('ready-' + one.id, words.ready);
      drawCheck();
    });
  }

  function judge(one, verdict) {
    qa.changeResult(one.id, {
      verdict: verdict,
      note: qa.valueOf('note-' + one.id),
      seconds: prepared ? Math.round(qa.elapsed() / 1000) : null
    });
    qa.putAway();
    mark(one);
    summarise();
    openNext(one);
  }

  function openNext(after) {
    var seen = !after;
    for (var i = 0; i < qa.cases.length; i += 1) {
      if (seen && stateOf(qa.cases[i]) === 'open') {
        setOpen(qa.cases[i]);
        qa.element('case-' + qa.cases[i].id).scrollIntoView();
        return;
      }
      if (qa.cases[i] === after) seen = true;
    }
    setOpen(undefined);
  }

  function setUp(one) {
    qa.show('body-' + one.id, false);
    qa.press('open-' + one.id, function () {
      setOpen(open === one ? undefined : one);
    });
    qa.press('prepare-' + one.id, function () {
      prepare(one);
    });
    qa.each(one.buttons, function (button, i) {
      qa.press('button-' + one.id + '-' + i, function () {
        if (prepared) qa.act(button);
        else qa.say('ready-' + one.id, words.prepareFirst);
      });
    });
    qa.each(['pass', 'fail', 'skip'], function (verdict) {
      qa.press(verdict + '-' + one.id, function () {
        judge(one, verdict);
      });
    });
    qa.keepField('note-' + one.id, (qa.resultOf(one.id) || {}).note, function (note) {
      qa.changeResult(one.id, { note: note });
    });
    mark(one);
  }

  /** Puts the log where it is looked at: into the open case, once it is prepared. */
  qa.showLog = function () {
    qa.show('log-card', !!prepared);
    if (open) qa.element('log-' + open.id).appendChild(qa.element('log-card'));
  };

  qa.each(qa.cases, setUp);
  qa.onRecord(drawCheck);
  qa.press('next', function () {
    openNext();
  });
  qa.press('start-over', function () {
    if (!window.confirm(words.reallyStartOver)) return;
    qa.startOver();
    qa.each(qa.cases, function (one) {
      qa.element('note-' + one.id).value = '';
      mark(one);
    });
    setOpen(undefined);
    summarise();
  });
  summarise();
})();
