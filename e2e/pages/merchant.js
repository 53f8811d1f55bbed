/**
 * One OKcashbagAPI for each form of the page. What it tells goes to the form's list, one event a line: name, then JSON.
 * Parameters: `token`, `userAuthToken` and `locale` to start with; `warm`: the constructor gets them already.
 * Written in the JavaScript of the oldest browser that it will be opened in.
 */
(function () {
  window.violations = [];
  window.loadedFrames = 0;
  var json = window.JSON || window.ownJSON;
  if (document.addEventListener) {
    document.addEventListener('securitypolicyviolation', function (event) {
      window.violations.push(event.violatedDirective + ' ' + event.blockedURI);
    });
    // A load does not bubble.
    document.addEventListener('load', countFrames, true);
  }

  var query = {};
  var pairs = location.search.slice(1).split('&');
  for (var i = 0; i < pairs.length; i += 1) {
    var pair = pairs[i].split('=');
    query[decodeURIComponent(pair[0])] = decodeURIComponent(pair[1] || '');
  }

  function setUp(form, number) {
    var suffix = number === 1 ? '' : String(number);
    var token = query['token' + suffix] || '';
    var userAuthToken = query['userAuthToken' + suffix] || '';
    var api = query.warm ? new window.OKcashbagAPI(token, userAuthToken) : new window.OKcashbagAPI();
    form.elements.mctTrToken.value = token;
    form.elements.userAuthToken.value = userAuthToken;
    if (query.throws) {
      api.on('POINTS_AUTHENTICATED', fail);
      api.on('POINTS_AUTH_FAILED', fail);
    }
    api.on(function (name, result) {
      var line = document.createElement('li');
      line.appendChild(document.createTextNode(name + ' ' + json.stringify(result)));
      form.getElementsByTagName('ol')[0].appendChild(line);
    });
    form.elements.show.onclick = function () {
      var params = { mctTrToken: form.elements.mctTrToken.value, userAuthToken: form.elements.userAuthToken.value };
      if (query.locale) params.locale = query.locale;
      if (query.warm && params.mctTrToken === token) api.show();
      else api.show(params);
    };
    form.elements.forceClose.onclick = function () {
      api.forceClose();
    };
    // Before that, a press would be lost.
    form.elements.show.disabled = form.elements.forceClose.disabled = false;
    return api;
  }

  function countFrames(event) {
    if (event.target.tagName === 'IFRAME') window.loadedFrames += 1;
  }

  function fail() {
    throw new Error('A listener of the merchant fails');
  }

  var forms = document.getElementsByTagName('form');
  window.merchant = [];
  for (var j = 0; j < forms.length; j += 1) window.merchant.push(setUp(forms[j], j + 1));
})();
