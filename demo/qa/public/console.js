/** The console: every member of the script's API and every server call, with every parameter. */
(function () {
  var qa = window.qa;
  var sent = 'use';

  function numberOf(id) {
    var text = qa.valueOf(id);
    return text === '' ? undefined : Number(text);
  }

  function params() {
    var given = { mctTrToken: qa.valueOf('mct-tr-token'), userAuthToken: qa.valueOf('user-auth-token') };
    var locale = qa.valueOf('locale');
    if (locale !== '') given.locale = locale;
    return given;
  }

  function readPurchase() {
    qa.purchase = {
      merchant: Number(qa.valueOf('merchant')),
      mctAmount: numberOf('mct-amount') || 0,
      member: qa.consoleMember || null
    };
  }

  function tokenRequest() {
    var request = { mctAmount: qa.purchase.mctAmount };
    var eventInfo = {
      promotionCode: qa.valueOf('promotion-code') || undefined,
      eventPrctVolume: numberOf('event-volume'),
      eventPrctAmout: numberOf('event-amount')
    };
    for (var name in eventInfo) if (eventInfo[name] !== undefined) request.eventInfo = eventInfo;
    if (qa.valueOf('user-auth-token') !== '') request.userAuthToken = qa.valueOf('user-auth-token');
    return request;
  }

  /** Does it now, or in five seconds, when the layer covers the page. */
  function timed(action) {
    return function () {
      if (!qa.element('later').checked) return action();
      qa.note(qa.words.inFiveSeconds);
      setTimeout(action, 5000);
    };
  }

  qa.gotToken = function (token) {
    qa.element('mct-tr-token').value = token;
  };

  qa.press('issue-token', function () {
    readPurchase();
    qa.sendCall('issueToken', tokenRequest());
  });
  qa.press(
    'construct',
    timed(function () {
      var given = params();
      qa.construct(given.mctTrToken, given.userAuthToken);
    })
  );
  qa.press(
    'set-params',
    timed(function () {
      qa.setParams(params());
    })
  );
  qa.press('do-show', timed(qa.actions.show));
  qa.press(
    'do-show-params',
    timed(function () {
      qa.showWith(params());
    })
  );
  qa.press('do-is-show', timed(qa.actions.isShow));
  qa.press('do-force-close', timed(qa.actions.forceClose));
  qa.press('do-on', function () {
    qa.listen(qa.valueOf('listener'));
  });
  qa.press('do-off', function () {
    qa.stopListening(qa.valueOf('listener'));
  });

  qa.each(qa.callNames, function (call) {
    if (call === 'issueToken') return;
    qa.press('call-' + call, function () {
      readPurchase();
      sent = call;
      var request = qa.requestOf(call);
      qa.element('request').value = JSON.stringify(request, null, 2);
      qa.sendCall(call, request);
    });
  });
  qa.press('send-again', function () {
    var request;
    try {
      request = JSON.parse(qa.valueOf('request'));
    } catch (_notJson) {
      qa.complain(qa.words.notJson);
      return;
    }
    readPurchase();
    qa.sendCall(sent, request);
  });

  qa.press('set-fault', function () {
    var fault = { call: qa.valueOf('fault-call') };
    if (qa.valueOf('fault-code') !== '') fault.errorCode = qa.valueOf('fault-code');
    if (numberOf('fault-delay') !== undefined) fault.delayMs = numberOf('fault-delay');
    if (numberOf('fault-times') !== undefined) fault.times = numberOf('fault-times');
    if (qa.element('fault-drop').checked) fault.drop = true;
    if (qa.element('fault-after').checked) fault.after = true;
    qa.post('/api/faults', fault, function (answer) {
      if (answer) qa.note(qa.words.faults, answer);
    });
  });
  qa.press('clear-faults', qa.clearFaults);
  qa.press('reset', function () {
    qa.post('/api/reset', {}, function (answer) {
      if (answer) qa.note(qa.words.done);
    });
  });
  qa.each([10000, 180000, 600000, 1860000, 86400000], function (ms) {
    qa.press('clock-' + ms, function () {
      qa.advanceClock(ms);
    });
  });
  qa.press('clear-log', qa.clearLog);

  /** The members, for what `save` needs, and for whoever has to type what they are. */
  var members = [];
  function chooseMember() {
    qa.consoleMember = members[Number(qa.valueOf('member'))];
    if (!qa.consoleMember) return;
    qa.drawMember('member-data', qa.consoleMember);
    qa.element('member-side').href = '/side?lang=' + qa.locale + '&phone=' + qa.consoleMember.phone;
  }
  function loadMembers() {
    if (members.length) return;
    qa.get('/api/members', function (answer) {
      if (!answer) return;
      members = answer;
      qa.each(members, function (member, i) {
        qa.add(qa.element('member'), 'option', member.name + ' (' + member.traits.join(', ') + ')').value = String(i);
      });
      chooseMember();
    });
  }
  qa.element('member').onchange = chooseMember;

  /** The console is seen: the log comes to it, and the first time the members. */
  qa.openConsole = function () {
    qa.element('console-log').appendChild(qa.element('log-card'));
    qa.show('log-card', true);
    loadMembers();
  };
})();
