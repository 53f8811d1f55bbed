/**
 * What the page's scripts share, as members of `qa`. Everything here is written in the JavaScript of Internet
 * Explorer 8, with the DOM that it has.
 */
(function () {
  var data = JSON.parse(document.getElementById('data').text);
  var qa = { cases: data.cases || [], words: data.words, locale: data.locale, member: data.member };
  window.qa = qa;

  /** Returns the element with this id. */
  qa.element = function (id) {
    return document.getElementById(id);
  };

  /** Calls a function with each member of a list and its index. */
  qa.each = function (list, act) {
    for (var i = 0; i < list.length; i += 1) act(list[i], i);
  };

  /** Empties an element. */
  qa.clear = function (node) {
    while (node.firstChild) node.removeChild(node.firstChild);
  };

  /** Appends an element, perhaps with a text in it, and returns it. */
  qa.add = function (parent, tag, text, className) {
    var node = document.createElement(tag);
    if (text) node.appendChild(document.createTextNode(text));
    if (className) node.className = className;
    parent.appendChild(node);
    return node;
  };

  /** Appends a button. */
  qa.addButton = function (parent, text, action) {
    var button = document.createElement('button');
    // Internet Explorer 8 would send a form, and lets the type be set before the button is in the page only.
    button.setAttribute('type', 'button');
    button.appendChild(document.createTextNode(text));
    button.onclick = action;
    parent.appendChild(button);
    return button;
  };

  /** Replaces the text of an element. */
  qa.say = function (id, text) {
    var node = qa.element(id);
    qa.clear(node);
    node.appendChild(document.createTextNode(text));
  };

  /** Shows or hides an element. */
  qa.show = function (id, isShown) {
    qa.element(id).style.display = isShown ? '' : 'none';
  };

  /** Does something when a button is pressed. */
  qa.press = function (id, action) {
    qa.element(id).onclick = function () {
      action();
    };
  };

  /**
   * Returns the text of a field. Internet Explorer 8 writes an empty one that comes from a field into JSON as "null".
   */
  qa.valueOf = function (id) {
    var value = qa.element(id).value;
    return value === '' ? '' : value;
  };

  /** Fills in a text's `{…}` placeholders. */
  qa.fill = function (template, values) {
    return template.replace(/\{(\w+)\}/g, function (_all, name) {
      return String(values[name]);
    });
  };

  /** Shows what went wrong between this page and its server; an empty text takes it away. */
  qa.complain = function (text) {
    qa.say('problem', text);
    qa.show('problem', text !== '');
  };

  qa.complain('');
})();
