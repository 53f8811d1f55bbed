/** Who the tester is to be: what has to be typed into the popup. */
(function () {
  var qa = window.qa;

  function points(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ',') + ' P';
  }

  /** Draws a member into a table, which is hidden with its heading while there is none. */
  qa.drawMember = function (id, member) {
    var table = qa.element(id);
    var words = qa.words.member;
    qa.clear(table);
    table.parentNode.style.display = member ? '' : 'none';
    if (!member) return;
    var body = qa.add(table, 'tbody');
    var lines = [
      [words.name, member.name],
      [words.birth, member.birthDate + ' – ' + member.firstDigit],
      [words.carrier, words.carriers[member.carrier]],
      [words.phone, member.phone],
      [words.card, member.cardNumber.replace(/(\d{4})(?=\d)/g, '$1 ')],
      [words.password, member.cardPassword],
      [words.pin, member.pin || words.noPin],
      [words.points, points(member.ocbPoint)]
    ];
    qa.each(member.dutumPoints, function (dutum) {
      lines.push([words.dutumPoints + ' (' + dutum.name + ')', points(dutum.balance)]);
    });
    qa.each(lines, function (line) {
      var row = qa.add(body, 'tr');
      qa.add(row, 'th', line[0]);
      qa.add(row, 'td', line[1]);
    });
  };
})();
