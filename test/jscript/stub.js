/**
 * What a script finds in a window of Internet Explorer 8 and JScript by itself does not have, as far as the popup and
 * the script on the merchant's page need it. What those must not use there is not there. A turn asked for runs when
 * `turn()` or `pass()` is called.
 */
var window = this;

var turns = [];
function setTimeout(act, ms) {
  return turns.push({ act: act, ms: ms });
}
function clearTimeout(id) {
  turns[id - 1] = null;
}
/** Runs what was asked for until now and is due within so many ms. */
function pass(ms) {
  for (var i = 0, end = turns.length; i < end; i += 1) {
    var due = turns[i];
    if (due && due.ms <= ms) {
      turns[i] = null;
      due.act();
    }
  }
}
/** Runs what was asked for until now. */
function turn() {
  pass(Infinity);
}

/** Windows Script Host starts JScript without it. */
window.JSON = {
  parse: function (text) {
    return new Function('return ' + text)();
  },
  stringify: function (value) {
    if (typeof value === 'string') return '"' + value.replace(/["\\]/g, '\\$&') + '"';
    if (value === null || typeof value !== 'object') return String(value);
    var parts = [];
    for (var name in value) if (value[name] !== undefined) parts.push('"' + name + '":' + JSON.stringify(value[name]));
    return '{' + parts.join(',') + '}';
  }
};

/** A node of the document; its prototype is out of reach, as in version 8. */
function makeNode(type, name) {
  var node = { nodeType: type, nodeName: name, childNodes: [], parentNode: null, nextSibling: null };
  node.firstChild = node.lastChild = null;
  function relink() {
    var list = node.childNodes;
    for (var i = 0; i < list.length; i += 1) list[i].nextSibling = list[i + 1] || null;
    node.firstChild = list[0] || null;
    node.lastChild = list[list.length - 1] || null;
  }
  function indexOf(child) {
    for (var i = 0; i < node.childNodes.length; i += 1) if (node.childNodes[i] === child) return i;
    throw new Error('Invalid argument.');
  }
  node.removeChild = function (child) {
    node.childNodes.splice(indexOf(child), 1);
    child.parentNode = child.nextSibling = null;
    relink();
    return child;
  };
  node.insertBefore = function (child, before) {
    if (before === undefined) throw new Error('Invalid argument.');
    if (child.parentNode) child.parentNode.removeChild(child);
    node.childNodes.splice(before ? indexOf(before) : node.childNodes.length, 0, child);
    child.parentNode = node;
    relink();
    return child;
  };
  node.appendChild = function (child) {
    return node.insertBefore(child, null);
  };
  return node;
}

function makeElement(name) {
  var element = makeNode(1, name.toUpperCase());
  var attributes = {};
  var listeners = {};
  element.tagName = element.nodeName;
  element.style = { cssText: '' };
  element.id = element.className = element.innerText = '';
  element.disabled = false;
  element.onclick = null;
  if (name === 'form') element.onsubmit = null;
  if (name === 'input') element.value = element.type = '';
  if (name === 'input' || name === 'select') element.onchange = null;
  if (name === 'iframe') element.contentWindow = { postMessage: Object };
  element.setAttribute = function (key, value) {
    attributes[key] = String(value);
  };
  element.getAttribute = function (key) {
    return key in attributes ? attributes[key] : null;
  };
  element.removeAttribute = function (key) {
    delete attributes[key];
  };
  element.attachEvent = function (type, listener) {
    if (!listeners[type]) listeners[type] = [];
    listeners[type].push(listener);
  };
  element.contains = function (other) {
    for (var node = other; node; node = node.parentNode) if (node === element) return true;
    return false;
  };
  element.focus = function () {
    document.activeElement = element;
  };
  element.hears = function (event) {
    var list = listeners['on' + event.type] || [];
    for (var i = 0; i < list.length; i += 1) list[i](event);
  };
  /** Something happens to the element: its listeners hear it, then those of the elements around it. */
  element.happens = function (type) {
    var event = { type: type, srcElement: element };
    for (var node = element; node; node = node.parentNode) node.hears(event);
    return event;
  };
  return element;
}

/** The first element in there that passes. */
function find(node, passes) {
  if (node.nodeType === 1 && passes(node)) return node;
  for (var i = 0; i < node.childNodes.length; i += 1) {
    var found = find(node.childNodes[i], passes);
    if (found) return found;
  }
  return null;
}

function textOf(node) {
  var text = node.data || '';
  for (var i = 0; i < node.childNodes.length; i += 1) text += textOf(node.childNodes[i]);
  return text;
}

/** The button with this name, in the body unless another element is given. */
function button(name, within) {
  return find(within || document.body, function (element) {
    return element.tagName === 'BUTTON' && (element.getAttribute('aria-label') || textOf(element)) === name;
  });
}

var document = {
  documentMode: 8,
  readyState: 'complete',
  documentElement: makeElement('html'),
  createElement: makeElement,
  createTextNode: function (data) {
    var text = makeNode(3, '#text');
    text.data = String(data);
    return text;
  },
  attachEvent: Object,
  getElementById: function (id) {
    return find(document.documentElement, function (element) {
      return element.id === id;
    });
  },
  getElementsByTagName: function (name) {
    return name === 'script' ? [{ src: 'http://front.test/js/okcashbagapi.js', type: '' }] : [];
  }
};
document.documentElement.lang = 'ko';
document.body = document.documentElement.appendChild(makeElement('body'));
document.activeElement = document.body;

var location = { protocol: 'http:' };
var navigator = { userLanguage: 'ko', onLine: true };
var history = { length: 1 };
var messageListeners = [];
function attachEvent(name, listener) {
  if (name === 'onmessage') messageListeners.push(listener);
}
function postMessage() {}
/** Another window says something to this one. */
function message(source, origin, data) {
  for (var i = 0; i < messageListeners.length; i += 1) {
    messageListeners[i]({ source: source, origin: origin, data: JSON.stringify(data) });
  }
}

/** A property, or a character of a string: program.ts says why. */
function propertyAt(object, index) {
  return typeof object === 'string' && /^\d+$/.test(index) ? object.charAt(index) : object[index];
}

var failures = 0;
/** Prints whether something is as it ought to be; the console has ASCII only. */
function check(what, actual, expected) {
  if (String(actual) === String(expected)) {
    WScript.Echo('ok ' + what);
  } else {
    failures += 1;
    WScript.Echo('FAILED ' + what + ': ' + escape(actual) + ' is not ' + escape(expected));
  }
}
