/** The three parts of the page, one at a time. The log goes along to the one that is seen. */
(function () {
  var qa = window.qa;
  var NAMES = ['plan', 'console', 'report'];

  function view(wanted) {
    qa.each(NAMES, function (name) {
      qa.show(name, name === wanted);
      qa.element('view-' + name).className = name === wanted ? 'chosen' : '';
    });
    if (wanted === 'report') qa.drawReport();
    if (wanted === 'plan') qa.showLog();
    if (wanted === 'console') qa.openConsole();
  }

  qa.each(NAMES, function (name) {
    qa.press('view-' + name, function () {
      view(name);
    });
  });
  view('plan');
})();
