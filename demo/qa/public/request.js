/** Calls of the page's own server: JSON both ways. */
(function () {
  var qa = window.qa;

  function send(method, path, body, done) {
    var request = new XMLHttpRequest();
    request.open(method, path, true);
    if (body) request.setRequestHeader('Content-Type', 'application/json');
    request.onreadystatechange = function () {
      if (request.readyState !== 4) return;
      var answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch (_notJson) {
        // The server is gone, or another one answers.
      }
      done(request.status, answer);
    };
    request.send(body ? JSON.stringify(body) : null);
  }

  function reporting(done) {
    return function (status, answer) {
      var isGood = status >= 200 && status < 300;
      var why = answer.error || (status ? 'HTTP ' + status : qa.words.noServer);
      qa.complain(
        isGood ? '' : qa.fill(qa.words.serverSays, { why: answer.error === 'code' ? qa.words.needsCode : why })
      );
      done(isGood ? answer : undefined, status, answer);
    };
  }

  /** Posts to the server. `done` gets its answer, or undefined when it refused; why is shown. */
  qa.post = function (path, body, done) {
    send('POST', path, body, reporting(done));
  };

  /** Reads from the server, likewise. */
  qa.get = function (path, done) {
    send('GET', path, undefined, reporting(done));
  };
})();
