/** The seven calls of the merchant's server, with what the events and the calls before have brought. */
(function () {
  var qa = window.qa;
  /** The answers of the last approved calls, and the request of the last call. */
  var last = {};

  /** The merchant, the amount and the member of the case or the console. */
  qa.purchase = { merchant: 0, mctAmount: 30000, member: null };

  /** Forgets the calls of the case before. */
  qa.forgetCalls = function () {
    last = {};
    qa.authenticated = undefined;
  };

  var SAVED_POINTS = 100;

  function idOf(call) {
    return last[call] ? last[call].ocbTransactionId : '';
  }

  /** What a merchant would send now, by call. */
  var requests = {
    issueToken: function () {
      return { mctAmount: qa.purchase.mctAmount };
    },
    use: function () {
      return { ocbUseTrAuthToken: qa.authenticated ? qa.authenticated.ocbUseTrAuthToken : '' };
    },
    cancel: function () {
      return { orgOcbTransactionId: idOf('use') };
    },
    // Half of what was used stays used.
    usePart: function () {
      var half = last.use ? Math.floor(last.use.useOcbPoint / 2) : 0;
      return {
        orgUseOcbTransactionId: idOf('use'),
        orgCancelUseOcbTransactionId: idOf('cancel'),
        mctAmount: Math.floor(qa.purchase.mctAmount / 2),
        useOcbPoint: half
      };
    },
    save: function () {
      var member = qa.purchase.member;
      return { authType: 'CARD', authID: member ? member.cardNumber : '', reqPoint: SAVED_POINTS };
    },
    cancelSave: function () {
      return { orgOcbTransactionId: idOf('save') };
    },
    result: function () {
      var sent = last.sent || {};
      return {
        transactionType: sent.call === 'save' || sent.call === 'cancelSave' ? 'SAVE' : 'USE',
        mctTransactionId: sent.request ? sent.request.mctTransactionId : '',
        mctTransactionDay: sent.day || ''
      };
    }
  };

  /** The names of the calls, in the order of the specification. */
  qa.callNames = ['issueToken', 'use', 'cancel', 'usePart', 'save', 'cancelSave', 'result'];

  /** Returns the request that a merchant would send now. */
  qa.requestOf = function (call) {
    return requests[call]();
  };

  function factOf(call, answer) {
    if (call === 'result') return call + ' ' + answer.rxResCode;
    if (!answer.outcome) return call + ' ok';
    return call + ' ' + answer.outcome + (answer.error ? ' ' + answer.error.code : '');
  }

  /** Sends a call from the merchant's server; without a request, the one that a merchant would send now. */
  qa.sendCall = function (call, given) {
    var body = { call: call, merchant: qa.purchase.merchant, request: given || requests[call]() };
    if (call === 'use' && qa.authenticated) {
      body.expect = { mctAmount: qa.authenticated.mctAmount, usePoint: qa.authenticated.usePoint };
    }
    qa.note(call, body.request);
    qa.post('/api/call', body, function (answer, status, refusal) {
      if (!answer) {
        qa.fact(call + ' failed ' + (refusal.errorCode || status), refusal);
        return;
      }
      if (answer.outcome === 'approved') last[call] = answer.answer;
      if (answer.request) last.sent = { call: call, request: answer.request, day: answer.day };
      qa.fact(factOf(call, answer), answer);
      if (call === 'issueToken') qa.gotToken(answer.merchantTrToken);
    });
  };

  /** Is told of a token that the console asked for. */
  qa.gotToken = function () {};

  /** A case's button: it sends nothing before there is something to send. */
  qa.each(qa.callNames, function (call) {
    qa.actions[call] = function () {
      var request = requests[call]();
      for (var name in request) {
        if (request[name] === '') {
          qa.complain(qa.words.tooEarly);
          return;
        }
      }
      qa.sendCall(call, request);
    };
  });
})();
