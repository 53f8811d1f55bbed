/** What the page can check by itself: `Check` in cases/case.ts. */
(function () {
  var qa = window.qa;

  function fits(wanted) {
    var result = qa.authenticated || {};
    for (var name in wanted) if (result[name] !== wanted[name]) return false;
    return true;
  }

  /**
   * Returns how a case stands: `none` (only eyes can tell), `waiting`, `pass` or `fail`. An error of a script fails
   * every case, and so does a page that is not as it was once the layer has gone.
   */
  qa.check = function (check) {
    var facts = qa.facts();
    if (qa.scriptErrors > 0) return 'fail';
    if (!check) return 'none';
    for (var i = 0; i < facts.length; i += 1) if (facts[i] !== check.facts[i]) return 'fail';
    if (facts.length < check.facts.length) return 'waiting';
    return fits(check.result || {}) && qa.isPageRestored() ? 'pass' : 'fail';
  };
})();
