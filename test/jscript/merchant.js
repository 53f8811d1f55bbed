/** What the script on the merchant's page has to do in JScript. */
var told = [];
function listener(name, result) {
  told.push(name + ' ' + (result.errorObject ? result.errorObject.errorCode : result.usePoint));
}
var api = new OKcashbagAPI();
api.on(listener);
check('it has a version', /^\d+\.\d+\.\d+$/.test(OKcashbagAPI.version), true);

api.show();
check('without a token nothing is told at once', told.join(), '');
turn();
turn();
check('without a token it fails with 1000', told.join(), 'POINTS_AUTH_FAILED 1000');
check('and shows nothing', api.isShow() + ' ' + document.documentElement.childNodes.length, 'false 1');

api.show({ mctTrToken: 't' });
check('with a token the layer is open', api.isShow(), true);
var box = document.documentElement.lastChild;
var frame = box.lastChild;
check('with the popup in it', /^http:\/\/front\.test\/popup\/\w+\/ko$/.test(frame.src), true);

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
check('the popup gets the token', heard.join(), 'http://front.test {"mctTrToken":"t","locale":null,"type":1}');
message(frame.contentWindow, 'http://front.test', {
  type: 'POINTS_AUTHENTICATED',
  result: { usePoint: 7, errorObject: null }
});
turn();
turn();
check('the outcome is told', told[1], 'POINTS_AUTHENTICATED 7');
check('and the layer is gone', api.isShow() + ' ' + document.documentElement.childNodes.length, 'false 1');

api.show();
api.forceClose();
turn();
turn();
check('forceClose closes and tells nothing', api.isShow() + ' ' + told.length, 'false 2');
api.off(listener);
api.show({ mctTrToken: '' });
turn();
turn();
check('a listener that was taken off hears nothing', told.length, 2);
