/**
 * The third script of every page in Internet Explorer 8: takes away what its JScript 5.8 lacks and HtmlUnit offers, and
 * refuses what it refuses. What is kept is listed; everything else goes.
 */
(function () {
  var KEEP = {
    Object: 'prototype length name arguments caller arity',
    'Object.prototype':
      'constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable ' +
      '__proto__ __parent__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ toSource',
    'Function.prototype': 'constructor toString apply call length name prototype arguments caller arity toSource',
    Array: 'prototype length name arguments caller arity',
    'Array.prototype':
      'constructor toString toLocaleString concat join pop push reverse shift slice sort splice unshift length toSource',
    String: 'prototype length name fromCharCode arguments caller arity',
    'String.prototype':
      'constructor toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice split ' +
      'substring substr toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase length anchor big blink bold fixed fontcolor ' +
      'fontsize italics link small strike sub sup toSource',
    Date: 'prototype length name parse UTC arguments caller arity',
    Number: 'prototype length name MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY arguments caller arity'
  };
  var names = Object.getOwnPropertyNames;
  var define = Object.defineProperty;
  var slice = Array.prototype.slice;
  for (var path in KEEP) {
    var parts = path.split('.');
    var object = parts[1] ? window[parts[0]].prototype : window[parts[0]];
    for (var i = 0, own = names(object); i < own.length; i += 1) {
      if ((' ' + KEEP[path] + ' ').indexOf(' ' + own[i] + ' ') < 0) delete object[own[i]];
    }
  }
  delete Date.prototype.toISOString;
  delete Date.prototype.toJSON;
  var gone =
    'Promise Map Set WeakMap WeakSet Symbol Iterator StopIteration requestAnimationFrame queueMicrotask ' +
    'Int8Array Uint8Array ArrayBuffer Float32Array DataView';
  for (var j = 0, list = gone.split(' '); j < list.length; j += 1) {
    if (typeof window[list[j]] !== 'undefined') window[list[j]] = undefined;
  }

  // A clock's turn may come between a key and the turn that was asked for after it: here it always does, while there is
  // a clock.
  var later = window.setTimeout;
  var clocks = [];
  window.setTimeout = function (turn, ms) {
    function once() {
      var due = turn;
      turn = undefined;
      if (due) due();
    }
    if (ms >= 1000) clocks.push(once);
    return later(once, ms);
  };

  // A check box tells that it has changed when it loses the focus.
  var create = document.createElement;
  document.createElement = function (name) {
    var element = create.call(document, name);
    if (element.tagName !== 'INPUT') return element;
    var attach = element.attachEvent;
    element.attachEvent = function (type, listener) {
      if (type === 'onkeyup') {
        return attach.call(element, type, function (event) {
          if (clocks.length) clocks.shift()();
          listener(event);
        });
      }
      if (type !== 'onchange') return attach.call(element, type, listener);
      var changed;
      attach.call(element, 'onchange', function (event) {
        if (element.type === 'checkbox') changed = event;
        else listener(event);
      });
      return attach.call(element, 'onblur', function () {
        var event = changed;
        changed = undefined;
        if (event) listener(event);
      });
    };
    return element;
  };

  // There is one, but for elements only.
  Object.defineProperty = function (target, name, descriptor) {
    if (!target || !(target.nodeType || target === window)) throw new Error("Object doesn't support this action");
    return define.call(Object, target, name, descriptor);
  };
  // It refuses collections of the document.
  Array.prototype.slice = function () {
    var isArray = Object.prototype.toString.call(this) === '[object Array]';
    if (this && this !== window && this.item !== undefined && !isArray) throw new TypeError('JScript object expected');
    return slice.apply(this, arguments);
  };
})();
