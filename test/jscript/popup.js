/** What the popup has to do in JScript. `words` are the popup’s. */
check('it says that it is there', host.heard.join(), '* {"type":"READY"}');
check('the first words of the document stay', /^Opening/.test(textOf(root)), true);

message(host, 'http://host.test', { type: 'OPEN', mctTrToken: 't' });
turn();
check('a session is asked for', calls.length && calls[0].path, '/front/v1/open');
check('with the token and the page', /"mctTrToken":"t".*"pageOrigin":"http:\/\/host.test"/.test(calls[0].body), true);
calls[0].answer({
  session: 's',
  merchantName: 'Bookshop',
  mctAmount: 32000,
  now: 0,
  expiresAt: 1800000,
  next: { step: 'method' }
});
check('the first words of the document are gone', /^Opening/.test(textOf(root)), false);
check('the first screen has its title', textOf(document.getElementById('title')), words.title);
check('what is bought', /Bookshop.*32,000/.test(textOf(root)), true);

button(words.card).happens('click');
var field = document.getElementById('cardNumber');
check('a method leads to its screen', !!field, true);

field.happens('keydown');
field.value = '89510000';
field.happens('keyup');
check('what is typed is grouped', field.value, '8951 0000');

var form = find(root, function (element) {
  return element.tagName === 'FORM';
});
check('a form is not sent by the browser', form.happens('submit').returnValue, false);
var alert = find(root, function (element) {
  return element.getAttribute('role') === 'alert';
});
check('and what is wrong is said', !!alert, true);

button(words.close).happens('click');
check('closing asks first, for something is typed', host.heard.length, 1);
button(words.close).happens('click');
check('closing tells the page', /^http:\/\/host\.test .*"errorCode":"2002"/.test(host.heard[1]), true);
