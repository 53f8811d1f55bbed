/** What happens to the sandbox meanwhile: its clock, its faults. In the page and in the second window. */
(function () {
  var qa = window.qa;

  function done() {
    if (qa.note) qa.note(qa.words.done);
  }

  /** Turns the sandbox's clock ahead. */
  qa.advanceClock = function (ms) {
    qa.post('/api/clock', { advanceMs: ms }, done);
  };

  qa.clearFaults = function () {
    qa.post('/api/faults/clear', {}, done);
  };

  /** Does what a button of a case does: `Button` in cases/case.ts. */
  qa.act = function (button) {
    var clock = /^clock (\d+)$/.exec(button);
    if (clock) qa.advanceClock(Number(clock[1]));
    else if (button === 'clearFaults') qa.clearFaults();
    else qa.actions[button]();
  };
})();
