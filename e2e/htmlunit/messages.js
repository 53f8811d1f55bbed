/**
 * The second script of every page. HtmlUnit's message events name the window and the origin of the receiver in place of
 * the sender's, so an honest page drops them all. Here a page hears its newest frame, and a frame its page: there is
 * one layer at most. Internet Explorer 8 calls the listeners before postMessage returns.
 */
(function () {
  var listeners = [];

  function originOf(frame) {
    return frame.location.protocol + '//' + frame.location.host;
  }

  function hook(name, type, act) {
    var original = window[name];
    if (!original) return;
    window[name] = function (given, listener) {
      if (given !== type) return original.apply(window, arguments);
      act(listener);
      return true;
    };
  }
  function add(listener) {
    listeners.push(listener);
  }
  function remove(listener) {
    for (var i = listeners.length - 1; i >= 0; i -= 1) if (listeners[i] === listener) listeners.splice(i, 1);
  }
  hook('attachEvent', 'onmessage', add);
  hook('addEventListener', 'message', add);
  hook('detachEvent', 'onmessage', remove);
  hook('removeEventListener', 'message', remove);

  window.postMessage = function (message, target) {
    if (arguments.length < 2) throw new Error('Invalid argument.');
    var data = String(message);
    var source = window.parent !== window ? window.parent : window.frames[window.frames.length - 1];
    if (!source || (target !== '*' && target !== originOf(window))) return;
    var event = { type: 'message', data: data, origin: originOf(source), source: source };
    function deliver() {
      for (var i = 0; i < listeners.length; i += 1) listeners[i].call(window, event);
    }
    if (document.documentMode === 8) deliver();
    else setTimeout(deliver, 0);
  };
})();
