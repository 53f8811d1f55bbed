/** What the script on the merchant's page has to do in JScript. */
var told = [];
function listener(name, result) {
  told.push(name + ' ' + (result.errorObject ? result.errorObject.errorCode : result.usePoint));
}
/** How many layers are in sight. */
function shownLayers() {
  var nodes = document.documentElement.childNodes;
  var count = 0;
  for (var i = 0; i < nodes.length; i += 1) if (nodes[i].style.visibility === 'visible') count += 1;
  return count;
}
/** Lets all pass that the script waits for: timers that are set by timers, too. */
function settle() {
  for (var i = 0; i < 5; i += 1) turn();
}
var api = new OKcashbagAPI();
api.on(listener);
check('it has a version', /^\d+\.\d+\.\d+$/.test(OKcashbagAPI.version), true);

api.show();
check('without a token nothing is told at once', told.join(), '');
settle();
check('without a token it fails with 1000', told.join(), 'POINTS_AUTH_FAILED 1000');
check('and shows nothing', api.isShow() + ' ' + shownLayers(), 'false 0');

api.show({ mctTrToken: 't' });
check('with a token the layer is open', api.isShow(), true);
var box = document.documentElement.lastChild;
function frameIn(layer) {
  return find(layer, function (element) {
    return element.tagName === 'IFRAME';
  });
}
var frame = frameIn(box);
check('it is seen', shownLayers(), 1);
pass(100);
check('with its name and a button to close', /^\ub2eb\uae30OK\uce90\uc26c\ubc31 /.test(textOf(box)), true);
check('with the popup in it', /^http:\/\/front\.test\/popup\/\w+\/ko(#open)?$/.test(frame.src), true);

var heard = [];
frame.contentWindow = {
  postMessage: function (text, origin) {
    heard.push(origin + ' ' + text);
  }
};
message({}, 'http://front.test', { type: 'READY' });
message(frame.contentWindow, 'http://stranger.test', { type: 'READY' });
check('strangers are not heard', heard.join(), '');
message(frame.contentWindow, 'http://front.test', { type: 'READY' });
check(
  'the popup gets the token',
  heard.join(),
  'http://front.test {"type":"OPEN","mctTrToken":"t","userAuthToken":""}'
);
check('the card makes way for it', textOf(box), '');
message(frame.contentWindow, 'http://front.test', { type: 'AUTHENTICATED' });
message(frame.contentWindow, 'http://front.test', { type: 'FAILED', result: {} });
check('nonsense is no outcome', api.isShow() + ' ' + told.length, 'true 1');
message(frame.contentWindow, 'http://front.test', {
  type: 'AUTHENTICATED',
  result: { usePoint: 7, errorObject: null }
});
settle();
check('the outcome is told', told[1], 'POINTS_AUTHENTICATED 7');
check('and the layer is gone', api.isShow() + ' ' + shownLayers(), 'false 0');

api.show();
api.forceClose();
settle();
check('forceClose closes and tells nothing', api.isShow() + ' ' + told.length, 'false 2');
check('and leaves nothing in the page', document.documentElement.childNodes.length, 1);

var give;
function Promised() {
  // biome-ignore lint/suspicious/noThenProperty: a promise of the merchant's, where JScript has none
  this.then = function (done) {
    give = done;
  };
}
api.show({ mctTrToken: new Promised() });
check('a promised token lets the layer open', api.isShow() + ' ' + shownLayers(), 'true 1');
var opened = frameIn(document.documentElement.lastChild);
heard = [];
opened.contentWindow = frame.contentWindow;
message(opened.contentWindow, 'http://front.test', { type: 'READY' });
give('later');
check(
  'and is told to the popup when it comes',
  /"mctTrToken"/.test(heard[0]) + ' ' + /"later"/.test(heard[1]),
  'false true'
);
api.forceClose();
api.show({ mctTrToken: 7 });
settle();
check('a token that is none fails with 1000', told[2], 'POINTS_AUTH_FAILED 1000');

api.show({ mctTrToken: 't' });
pass(100);
button('\ub2eb\uae30', document.documentElement).onclick();
settle();
check('the button closes', told[3] + ' ' + api.isShow(), 'POINTS_AUTH_FAILED 2002 false');
api.off(listener);
api.show({ mctTrToken: '' });
turn();
turn();
check('a listener that was taken off hears nothing', told.length, 4);
