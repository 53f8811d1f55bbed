/** The OKcashbagAPI of the page, and everything that a tester does with it. Cases and console use the same. */
(function () {
  var qa = window.qa;
  var LATER_MS = 5000;
  /** How each listener is added: the name that `on` gets; none for all events. */
  var NAMES = {
    any: '',
    authenticated: 'POINTS_AUTHENTICATED',
    failed: 'POINTS_AUTH_FAILED',
    spaced: 'POINTS AUTHENTICATED'
  };
  var api;
  /** What each `on` of the current instance was given, for `off`. */
  var added = {};
  /** What show() passes; undefined when the instance knows its tokens already. */
  var paramsOfShow;
  var overflow = '';

  /** The last POINTS_AUTHENTICATED. */
  qa.authenticated = undefined;

  function listener(kind) {
    return function (first, second) {
      var name = NAMES[kind] === '' ? first : NAMES[kind].replace(' ', '_');
      var result = NAMES[kind] === '' ? second : first;
      var code = result.errorObject ? ' ' + result.errorObject.errorCode : '';
      if (name === 'POINTS_AUTHENTICATED') qa.authenticated = result;
      qa.fact(kind + ' ' + name + code, result);
    };
  }

  /** `on`, in one of its forms. */
  qa.listen = function (kind) {
    if (!api) return;
    added[kind] = listener(kind);
    if (NAMES[kind] === '') api.on(added[kind]);
    else api.on(NAMES[kind], added[kind]);
    qa.note('on(' + (NAMES[kind] === '' ? 'fn' : "'" + NAMES[kind] + "', fn") + ')');
  };

  /** `off`, with what the last such `on` was given. */
  qa.stopListening = function (kind) {
    if (!api) return;
    if (NAMES[kind] === '') api.off(added[kind]);
    else api.off(NAMES[kind], added[kind]);
    qa.note('off(' + (NAMES[kind] === '' ? 'fn' : "'" + NAMES[kind] + "', fn") + ')');
  };

  /** Makes a new instance in place of the current one. */
  qa.construct = function (mctTrToken, userAuthToken) {
    qa.putAway();
    api = undefined;
    if (!window.OKcashbagAPI) {
      qa.complain(qa.words.noScript);
      return;
    }
    added = {};
    paramsOfShow = undefined;
    overflow = document.documentElement.style.overflow;
    api = mctTrToken ? new window.OKcashbagAPI(mctTrToken, userAuthToken) : new window.OKcashbagAPI();
    qa.note('new OKcashbagAPI(' + (mctTrToken ? 'mctTrToken' + (userAuthToken ? ', userAuthToken' : '') : '') + ')');
  };

  qa.setParams = function (params) {
    if (!api) return;
    api.setParams(params);
    qa.note('setParams', params);
  };

  /** A promise of a token that comes later. Internet Explorer has none, so it is made here. */
  function promiseOf(token) {
    return {
      // biome-ignore lint/suspicious/noThenProperty: a promise is what it is to be
      then: function (resolve) {
        setTimeout(function () {
          resolve(token);
        }, LATER_MS);
      }
    };
  }

  /** Begins with tokens, handed over as `Start` in cases/case.ts says. */
  qa.begin = function (start, tokens, kinds) {
    var isConstructed = start === 'constructor';
    qa.construct(isConstructed ? tokens.mctTrToken : '', isConstructed ? tokens.userAuthToken : '');
    qa.each(kinds, qa.listen);
    var params = { mctTrToken: tokens.mctTrToken, userAuthToken: tokens.userAuthToken, locale: tokens.locale };
    if (isConstructed) qa.setParams({ locale: tokens.locale });
    if (start === 'setParams') qa.setParams(params);
    if (start === 'show') paramsOfShow = params;
    if (start === 'promise') {
      paramsOfShow = { mctTrToken: promiseOf(tokens.mctTrToken), locale: tokens.locale };
    }
  };

  /** Closes what may still be open, at the end of a case. */
  qa.putAway = function () {
    if (api) api.forceClose();
  };

  /** Whether the page is as it was before the layer came: nothing open, and scrolling as before. */
  qa.isPageRestored = function () {
    return !!api && !api.isShow() && document.documentElement.style.overflow === overflow;
  };

  function later(action) {
    return function () {
      qa.note(qa.words.inFiveSeconds);
      setTimeout(action, LATER_MS);
    };
  }

  /** `show`, with these parameters; without, when the instance has its tokens. */
  qa.showWith = function (params) {
    if (!api) return;
    qa.note('show(' + (params ? 'params' : '') + ')');
    api.show(params);
  };

  var actions = {
    show: function () {
      qa.showWith(paramsOfShow);
    },
    isShow: function () {
      if (api) qa.fact('isShow ' + api.isShow());
    },
    forceClose: function () {
      if (!api) return;
      api.forceClose();
      qa.fact('forceClose');
    },
    offAny: function () {
      qa.stopListening('any');
    },
    offAuthenticated: function () {
      qa.stopListening('authenticated');
    }
  };
  actions.isShowLater = later(actions.isShow);
  actions.forceCloseLater = later(actions.forceClose);
  actions.showLater = later(actions.show);
  /** Another instance on the same page shows: the first has to end. */
  actions.secondShowLater = later(function () {
    var other = new window.OKcashbagAPI();
    other.on(listener('any'));
    qa.note('new OKcashbagAPI().show(params)');
    other.show({ mctTrToken: qa.secondToken, locale: qa.locale });
  });

  /** What the buttons of cases and console do. */
  qa.actions = actions;
})();
