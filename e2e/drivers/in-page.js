/**
 * Finds things in a document by their accessible names, for drivers that run scripts; in the JavaScript of the oldest
 * engine. It answers an element, a text, or a list of them.
 */
function find(what, name) {
  function all(tag) {
    var list = document.getElementsByTagName(tag);
    var found = [];
    for (var i = 0; i < list.length; i += 1) found.push(list[i]);
    return found;
  }

  function tidy(text) {
    return String(text || '')
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(/^ | $/g, '');
  }

  function textOf(element) {
    return tidy(element.textContent === undefined ? element.innerText : element.textContent);
  }

  /** HtmlUnit draws nothing: an element is where its author does not hide it. */
  var isDrawn = !document.documentMode;

  function isSeen(element) {
    for (var node = element; node && node.style; node = node.parentNode) {
      if (node.style.visibility === 'hidden' || node.style.display === 'none' || node.hidden) return false;
    }
    return !isDrawn || element.getClientRects().length > 0;
  }

  function labelled(type) {
    var labels = all('label');
    for (var i = 0; i < labels.length; i += 1) {
      if (textOf(labels[i]) !== name) continue;
      var id = labels[i].getAttribute('for') || labels[i].htmlFor;
      var control = id ? document.getElementById(id) : labels[i].getElementsByTagName('input')[0];
      if (control && (!type || control.type === type)) return control;
    }
    var inputs = all('input');
    for (var j = 0; j < inputs.length; j += 1) {
      if (inputs[j].getAttribute('aria-label') === name && (!type || inputs[j].type === type)) return inputs[j];
    }
    return null;
  }

  switch (what) {
    case 'button': {
      var buttons = all('button');
      for (var b = buttons.length - 1; b >= 0; b -= 1) {
        if ((tidy(buttons[b].getAttribute('aria-label')) || textOf(buttons[b])) === name && isSeen(buttons[b]))
          return buttons[b];
      }
      return null;
    }
    case 'field':
      return labelled('');
    case 'checkbox':
      return labelled('checkbox');
    case 'radio':
      return labelled('radio');
    case 'titles': {
      var titles = [];
      for (var h = 0, heads = all('h1'); h < heads.length; h += 1) if (isSeen(heads[h])) titles.push(textOf(heads[h]));
      return titles;
    }
    case 'alerts': {
      var alerts = [];
      for (var a = 0, every = all('*'); a < every.length; a += 1) {
        if (every[a].getAttribute('role') === 'alert' && isSeen(every[a])) alerts.push(textOf(every[a]));
      }
      return alerts;
    }
    case 'text':
      return tidy(document.body.innerText);
    case 'popups':
    case 'layers': {
      var layers = [];
      for (var f = 0, frames = all('iframe'); f < frames.length; f += 1) {
        if (frames[f].src.indexOf('/popup/') > 0 && (what === 'popups' || isSeen(frames[f]))) layers.push(frames[f]);
      }
      return layers;
    }
    case 'focus': {
      var active = document.activeElement;
      if (/^(IFRAME|BODY)$/.test(active.tagName)) return '';
      for (var c = 0, texts = all('label'); c < texts.length; c += 1) {
        if (texts[c].control === active) return textOf(texts[c]);
      }
      return tidy(active.getAttribute('aria-label')) || textOf(active);
    }
    case 'touched': {
      var control = find('button', name) || find('field', name);
      if (!control) return false;
      control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      var box = control.getBoundingClientRect();
      var met = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return control.contains(met) && box.left >= 0 && box.right <= window.innerWidth;
    }
    case 'controls': {
      var controls = [];
      for (var k = 0, each = all('*'); k < each.length; k += 1) {
        if (/^(H1|BUTTON|INPUT|SELECT)$/.test(each[k].tagName) && isSeen(each[k])) controls.push(each[k]);
      }
      return controls;
    }
    case 'events': {
      var forms = all('form');
      var lines = [];
      for (var n = 0; n < forms.length; n += 1) {
        if (forms[n].getAttribute('data-instance') !== name) continue;
        for (var l = 0, items = forms[n].getElementsByTagName('li'); l < items.length; l += 1)
          lines.push(textOf(items[l]));
      }
      return lines;
    }
  }
}
