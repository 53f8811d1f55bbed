/** The report: what was seen, in which browser; as Markdown, as JSON and on paper. */
(function () {
  var qa = window.qa;
  var words = qa.words;
  var columns = words.columns;
  var format = 'markdown';

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  /** Internet Explorer 8 has no toISOString. */
  function utc(ms) {
    var date = new Date(ms);
    return (
      date.getUTCFullYear() +
      '-' +
      two(date.getUTCMonth() + 1) +
      '-' +
      two(date.getUTCDate()) +
      ' ' +
      two(date.getUTCHours()) +
      ':' +
      two(date.getUTCMinutes()) +
      ':' +
      two(date.getUTCSeconds()) +
      ' UTC'
    );
  }

  /** What is known of the browser. The tester says what device it is. */
  function surroundings() {
    var progress = qa.progress();
    var root = document.documentElement;
    function about(name, label, value) {
      return { name: name, label: label, value: value };
    }
    return [
      about('tester', words.tester, progress.tester),
      about('device', words.device, progress.device),
      about('userAgent', words.browser, navigator.userAgent),
      about('documentMode', words.documentMode, document.documentMode ? String(document.documentMode) : '–'),
      about(
        'screen',
        words.screen,
        window.screen.width + ' × ' + window.screen.height + ' @' + (window.devicePixelRatio || 1)
      ),
      about(
        'window',
        words.window,
        (window.innerWidth || root.clientWidth) + ' × ' + (window.innerHeight || root.clientHeight)
      ),
      about('language', words.language, qa.locale + ' (' + (navigator.language || navigator.userLanguage) + ')'),
      about('scriptVersion', words.version, window.OKcashbagAPI ? window.OKcashbagAPI.version : words.noScript),
      about('address', words.address, window.location.href),
      about('startedAt', words.started, utc(progress.startedAt)),
      about('reportedAt', words.reported, utc(new Date().getTime()))
    ];
  }

  function rows() {
    var all = [];
    qa.each(qa.cases, function (one) {
      var result = qa.resultOf(one.id) || {};
      all.push({
        number: one.number,
        id: one.id,
        area: one.area,
        title: one.title,
        automatic: result.automatic || '',
        verdict: result.verdict || '',
        seconds: typeof result.seconds === 'number' ? result.seconds : '',
        at: result.at ? utc(result.at) : '',
        facts: result.facts || [],
        note: result.note || ''
      });
    });
    return all;
  }

  function counts(all) {
    var sum = { pass: 0, fail: 0, skip: 0, open: 0 };
    qa.each(all, function (row) {
      sum[row.verdict || 'open'] += 1;
    });
    return sum;
  }

  function cell(text) {
    return String(text)
      .replace(/\|/g, '\\|')
      .replace(/\s*\n\s*/g, ' ');
  }

  /** Only the cases that were tried: the others say nothing. */
  function tried(row) {
    return row.verdict !== '' || row.automatic !== '';
  }

  function markdown() {
    var all = rows();
    var lines = ['# ' + words.reportTitle, '', qa.fill(words.summary, counts(all)), ''];
    qa.each(surroundings(), function (one) {
      lines.push('- ' + one.label + ': ' + cell(one.value));
    });
    function addRow(cells) {
      var texts = [];
      qa.each(cells, function (text) {
        texts.push(cell(text));
      });
      lines.push('| ' + texts.join(' | ') + ' |');
    }
    lines.push('');
    addRow(['#', columns.title, columns.automatic, columns.verdict, columns.seconds, columns.facts, columns.note]);
    addRow(['---', '---', '---', '---', '---', '---', '---']);
    qa.each(all, function (row) {
      if (!tried(row)) return;
      addRow([
        row.number,
        row.title,
        words.automaticResults[row.automatic] || '',
        words[row.verdict] || '',
        row.seconds,
        row.facts.join(' → '),
        row.note
      ]);
    });
    return lines.join('\n') + '\n';
  }

  function json() {
    var known = {};
    qa.each(surroundings(), function (one) {
      known[one.name] = one.value;
    });
    return JSON.stringify({ format: 1, surroundings: known, counts: counts(rows()), cases: rows() }, null, 2);
  }

  function drawText() {
    qa.element('report-text').value = format === 'json' ? json() : markdown();
    qa.element('as-markdown').className = format === 'json' ? '' : 'chosen';
    qa.element('as-json').className = format === 'json' ? 'chosen' : '';
  }

  function drawSurroundings() {
    var table = qa.element('report-surroundings');
    qa.clear(table);
    var body = qa.add(table, 'tbody');
    qa.each(surroundings(), function (one) {
      var line = qa.add(body, 'tr');
      qa.add(line, 'th', one.label);
      qa.add(line, 'td', one.value, 'long');
    });
    var sum = qa.add(body, 'tr');
    qa.add(sum, 'th', columns.verdict);
    qa.add(sum, 'td', qa.fill(words.summary, counts(rows())));
  }

  /** What happened and the note stand below the title: a telephone has no room for two columns more. */
  function drawCases() {
    var table = qa.element('report-cases');
    qa.clear(table);
    var body = qa.add(table, 'tbody');
    var head = qa.add(body, 'tr');
    qa.each(['#', columns.title, columns.automatic, columns.verdict, columns.seconds], function (column) {
      qa.add(head, 'th', column);
    });
    qa.each(rows(), function (row) {
      if (!tried(row)) return;
      var line = qa.add(body, 'tr', '', row.verdict);
      qa.add(line, 'td', String(row.number));
      var one = qa.add(line, 'td', '', 'long');
      qa.add(one, 'strong', row.title);
      if (row.facts.length) qa.add(one, 'div', row.facts.join(' → '));
      if (row.note) qa.add(one, 'div', columns.note + ': ' + row.note);
      qa.add(line, 'td', words.automaticResults[row.automatic]);
      qa.add(line, 'td', words[row.verdict]);
      qa.add(line, 'td', String(row.seconds));
    });
  }

  /** Writes the report anew. */
  qa.drawReport = function () {
    drawText();
    drawSurroundings();
    drawCases();
  };

  /** A file of the report, where the browser can make one; elsewhere its text is there to be copied. */
  function download() {
    var type = format === 'json' ? 'application/json' : 'text/markdown';
    var name = 'okcashbag-qa.' + (format === 'json' ? 'json' : 'md');
    var file = new Blob([qa.element('report-text').value], { type: type });
    if (navigator.msSaveBlob) {
      navigator.msSaveBlob(file, name);
      return;
    }
    var link = qa.add(document.body, 'a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    document.body.removeChild(link);
  }

  function choose(wanted) {
    return function () {
      format = wanted;
      qa.drawReport();
    };
  }

  function keepField(id) {
    qa.keepField(id, qa.progress()[id], function (value) {
      qa.changeProgress(id, value);
    });
  }

  qa.press('as-markdown', choose('markdown'));
  qa.press('as-json', choose('json'));
  qa.press('select-report', function () {
    qa.element('report-text').focus();
    qa.element('report-text').select();
  });
  qa.press('download', download);
  qa.press('print', function () {
    qa.drawReport();
    window.print();
  });
  qa.show('download', !!window.Blob && (!!navigator.msSaveBlob || 'download' in document.createElement('a')));
  keepField('tester');
  keepField('device');
})();
