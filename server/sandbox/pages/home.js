import { ask, make } from './controls.js';
import { fill, grouped, language, words } from './words.js';

const done = document.getElementById('done');
const COLUMNS = ['name', 'birth', 'carrier', 'phone', 'card', 'password', 'pin', 'ocb', 'dutum', 'traits'];

async function drawMembers() {
  const members = await ask('GET', '/sandbox/members');
  document.getElementById('rows').replaceChildren(
    ...members.map((member) => {
      const { name, birthDate, firstDigit, carrier, phone, cardNumber, cardPassword, pin, ocbPoint } = member;
      const dutum = member.dutumPoints.map((points) => `${points.name} ${grouped(points.balance)}`).join(', ');
      const link = make('a', '', phone);
      link.href = `/phone?lang=${language}#${phone}`;
      const cells = [`${birthDate}-${firstDigit}`, carrier, link, cardNumber, cardPassword, pin ?? words.noPin];
      const head = make('th', '', name);
      head.scope = 'row';
      const amount = make('td', 'amount', grouped(ocbPoint));
      const rest = [dutum, member.traits.join(' ')].map((text) => make('td', '', text));
      return make('tr', '', head, ...cells.map((cell) => make('td', '', cell)), amount, ...rest);
    }),
  );
}

/** Runs a button's action and shows the result. */
async function act(work, message) {
  try {
    done.textContent = message(await work());
    await drawMembers();
  } catch {
    done.textContent = words.failed;
  }
}

const timeOf = ({ now }) =>
  fill(words.clockNow, { time: new Date(now).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' }) });

document.getElementById('columns').append(
  ...COLUMNS.map((column) => {
    const head = make('th', '', words[column]);
    head.scope = 'col';
    return head;
  }),
);
for (const button of document.querySelectorAll('[data-minutes]')) {
  const advanceMs = Number(button.dataset.minutes) * 60_000;
  button.addEventListener('click', () => act(() => ask('POST', '/sandbox/clock', { advanceMs }), timeOf));
}
document.getElementById('faults').addEventListener('click', () =>
  act(
    () => ask('DELETE', '/sandbox/faults'),
    () => words.faultsCleared,
  ),
);
document.getElementById('reset').addEventListener('click', () =>
  act(
    () => ask('POST', '/sandbox/reset'),
    () => words.resetDone,
  ),
);
ask('GET', '/sandbox/merchants').then(([merchant]) => {
  const shop = document.getElementById('shop');
  shop.href = `${merchant.origins.at(-1)}/?lang=${language}`;
  shop.append(make('small', 'address', merchant.origins.at(-1)));
});
drawMembers().catch(() => {
  done.textContent = words.failed;
});
