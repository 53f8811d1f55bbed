/**
 * The first script of every page: cures defects of HtmlUnit 2.15, and of its JavaScript engine Rhino, that no Internet
 * Explorer has.
 * 1. Object.defineProperty([], i + '', …) stores the element but leaves length 0: only a Java String is an index, and
 *    `+` makes another kind.
 * 2. `window` is a wrapper: Object.getOwnPropertyDescriptor(window, …) and its kin throw. `this` of a page's script is
 *    the window itself.
 * 3. Object.defineProperty(function, 'prototype', …) throws.
 * 4. IE 8: new ActiveXObject('htmlfile') throws.
 * 5. A window stands still while a request is under way, for its driver as well; between two requests in a row that
 *    would never get a word in. So a request begins a moment later.
 * 6. IE 9: the events that listeners get know neither their target nor how to be prevented.
 * 7. IE 9 and 11: the events of keys do not name their key.
 * 8. IE 8 and 9: an event that was made cannot be told its key.
 * 9. IE 11: a value that is set puts the caret before it, and there is no setSelectionRange to put it back.
 * 10. Keys are typed in a thread of their own: a timer may come between what a key changes and the event that tells of
 *    it. So while a key is down, timers wait. That it is up again is not told of a field that went away meanwhile.
 * 11. IE 11: elements have no `oninput`, by which Preact learns how the name of the event is written.
 */
(function (self) {
  var define = Object.defineProperty;

  function key(name) {
    return typeof name === 'string' && String(+name) === name ? +name : name;
  }

  function cure(name) {
    var original = Object[name];
    if (!original) return;
    Object[name] = function (object, property, descriptor) {
      var target = object === window ? self : object;
      if (arguments.length > 2 && property === 'prototype' && typeof object === 'function') {
        if ('value' in descriptor) object.prototype = descriptor.value;
        return object;
      }
      var result;
      if (arguments.length < 2) result = original.call(Object, target);
      else if (arguments.length < 3)
        result = original.call(Object, target, name === 'defineProperties' ? property : key(property));
      else result = original.call(Object, target, key(property), descriptor);
      return result === self ? object : result;
    };
  }
  cure('defineProperty');
  cure('defineProperties');
  cure('getOwnPropertyDescriptor');
  cure('getOwnPropertyNames');
  cure('isExtensible');

  function cureEvents(target) {
    var add = target.addEventListener;
    target.addEventListener = function (type, listener, capture) {
      add.call(
        target,
        type,
        function (event) {
          if (!event.target) event.target = event.srcElement || target;
          if (!event.currentTarget) event.currentTarget = target;
          if (!event.preventDefault) {
            event.preventDefault = function () {
              event.returnValue = false;
            };
          }
          return listener.call(target, event);
        },
        !!capture
      );
    };
    return target;
  }
  if (document.documentMode === 9) {
    var create = document.createElement;
    document.createElement = function (name) {
      return cureEvents(create.call(document, name));
    };
    cureEvents(document);
    cureEvents(window);
  }

  function nameKey(event) {
    if (event.key === undefined)
      event.key = event.keyCode === 27 ? 'Esc' : event.keyCode === 8 ? 'Backspace' : String.fromCharCode(event.keyCode);
  }
  if (document.documentMode > 8) document.addEventListener('keydown', nameKey, true);

  var makeEvent = document.createEventObject;
  if (makeEvent) {
    document.createEventObject = function () {
      var event = makeEvent.call(document);
      define(event, 'keyCode', { value: 0, writable: true });
      define(event, 'ctrlKey', { value: false, writable: true });
      return event;
    };
  }

  if (document.documentMode === 11) {
    window.HTMLInputElement.prototype.oninput = null;
    window.HTMLInputElement.prototype.setSelectionRange = function (start, end) {
      this.selectionStart = start;
      this.selectionEnd = end;
    };
  }

  var later = window.setTimeout;
  var typedInto;
  window.setTimeout = function (turn, ms) {
    function whenKeysAreUp() {
      if (typedInto && document.documentElement.contains(typedInto)) later(whenKeysAreUp, 5);
      else turn();
    }
    return later(whenKeysAreUp, ms);
  };
  function keyDown(event) {
    typedInto = event.srcElement || event.target;
  }
  function keyUp() {
    typedInto = undefined;
  }
  if (document.documentMode > 8) {
    document.addEventListener('keydown', keyDown, true);
    document.addEventListener('keyup', keyUp, true);
  } else {
    document.attachEvent('onkeydown', keyDown);
    document.attachEvent('onkeyup', keyUp);
  }

  var Request = window.XMLHttpRequest;
  window.XMLHttpRequest = function () {
    var request = new Request();
    var send = request.send;
    request.send = function (body) {
      setTimeout(function () {
        send.call(request, body);
      }, 100);
    };
    return request;
  };

  if (document.documentMode === 8) {
    var Original = window.ActiveXObject;
    window.ActiveXObject = function (name) {
      if (name !== 'htmlfile') return new Original(name);
      var frame = document.documentElement.appendChild(document.createElement('iframe'));
      var parentWindow = { Object: frame.contentWindow.Object };
      document.documentElement.removeChild(frame);
      return { write: function () {}, close: function () {}, parentWindow: parentWindow };
    };
  }
})(this);
