/** The second window: a telephone of the sandbox, and what happens meanwhile. It looks again every two seconds. */
(function () {
  var qa = window.qa;
  var words = qa.words;
  var INTERVAL_MS = 2000;
  var phone = qa.element('phone').getAttribute('data-phone');
  var drawn = '';
  var asked = 0;

  function answer(push, body) {
    qa.post('/api/phones/' + phone + '/pushes/' + push.id, body, look);
  }

  function drawPush(push) {
    var line = qa.add(qa.element('pushes'), 'li', push.merchantName + ' · ' + words.pushStates[push.state]);
    if (push.state !== 'waiting') return;
    var row = qa.add(line, 'p');
    var label = qa.add(row, 'label', words.confirmationNumber + ' ');
    var field = qa.add(label, 'input');
    field.maxLength = 2;
    qa.addButton(row, words.approve, function () {
      answer(push, { answer: 'approve', number: field.value });
    });
    qa.addButton(row, words.refuse, function () {
      answer(push, { answer: 'refuse' });
    });
  }

  /** Draws only what is new: a field that is being typed into stays. */
  function draw(received) {
    var now = JSON.stringify(received);
    if (now === drawn) return;
    drawn = now;
    var newest = received.messages[received.messages.length - 1];
    qa.say('code', newest ? newest.code : words.noCode);
    qa.clear(qa.element('pushes'));
    for (var i = received.pushes.length - 1; i >= 0; i -= 1) drawPush(received.pushes[i]);
    qa.show('no-pushes', received.pushes.length === 0);
  }

  function look() {
    asked += 1;
    var mine = asked;
    qa.get('/api/phones/' + phone, function (received) {
      if (received) draw(received);
      if (mine === asked) setTimeout(look, INTERVAL_MS);
    });
  }

  var buttons = qa.element('meanwhile').getElementsByTagName('button');
  qa.each(buttons, function (button) {
    button.onclick = function () {
      qa.act(button.getAttribute('data-act'));
      qa.show('done', true);
    };
  });
  qa.show('done', false);
  if (qa.member) qa.drawMember('who', qa.member);
  if (phone) look();
})();
