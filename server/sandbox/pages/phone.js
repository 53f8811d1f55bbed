import { ask, make } from './controls.js';
import { fill, grouped, language, words } from './words.js';

const LOOK_AGAIN = 1000;
/** How long a push can be answered, in ms. A push itself has no time of sending. */
const PUSH_LIFE = 600_000;

const select = document.getElementById('member');
const inbox = document.getElementById('inbox');
const offline = document.getElementById('offline');
/** The elements on the page, by key. */
let drawn = new Map();
let members = [];
let timer;

const timeOf = (at) => new Date(at).toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit' });
const dashed = (digits) => digits.replace(/^(\d{3})(\d+)(\d{4})$/, '$1-$2-$3');

function row(term, ...value) {
  return make('div', '', make('dt', '', term), make('dd', '', ...value));
}

function drawProfile(member) {
  const { birthDate, firstDigit, carrier, cardNumber, cardPassword, pin, ocbPoint, dutumPoints, traits } = member;
  const points = (n) => fill(words.points, { n: grouped(n) });
  document
    .getElementById('profile')
    .replaceChildren(
      row(words.birth, `${birthDate} - ${firstDigit}`),
      row(words.carrier, carrier),
      row(words.phone, dashed(member.phone)),
      row(words.card, cardNumber.replace(/\d{4}(?=\d)/g, '$& ')),
      row(words.password, cardPassword),
      row(words.pin, pin ?? words.noPin),
      row(words.ocb, points(ocbPoint)),
      ...dutumPoints.map(({ name, balance }) => row(name, points(balance))),
      row(words.traits, ...traits.map((trait) => make('span', 'trait', trait))),
    );
}

/** Creates a text message with a button that copies its code. */
function bubble({ text, code, sentAt }) {
  const copy = make('button', 'copy', fill(words.copy, { code }));
  copy.type = 'button';
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code);
    copy.textContent = words.copied;
  });
  return make('article', 'sms', make('p', '', text), make('footer', '', make('time', '', timeOf(sentAt)), copy));
}

/** Creates an approval request, with buttons while it waits. */
function card({ id, merchantName, mctAmount, purpose, state, expiresAt }) {
  const question = fill(words[purpose], { merchant: merchantName });
  const amount = fill(words.pushAmount, { amount: grouped(mctAmount) });
  const parts = [make('h3', '', words.pushApp), make('p', '', question), make('p', 'amount', amount)];
  if (state !== 'waiting') parts.push(make('p', 'state', words[state]));
  else parts.push(make('p', 'state', `${words.waiting} (~${timeOf(expiresAt)})`), answers(id));
  return make('article', `push ${state}`, ...parts);
}

/** Creates what a request asks for: the number that the popup shows, to approve it, or a refusal. */
function answers(id) {
  const number = make('input', '');
  Object.assign(number, {
    inputMode: 'numeric',
    autocomplete: 'off',
    pattern: '[0-9]{2}',
    maxLength: 2,
    required: true,
  });
  number.title = words.numberHint;
  const refuse = make('button', 'refuse', words.refuse);
  refuse.type = 'button';
  const label = make('label', 'number', make('span', '', words.number), number);
  const form = make('form', '', label, make('footer', '', refuse, make('button', 'approve', words.approve)));
  const send = async (answer) => {
    await ask('POST', `/sandbox/phones/${select.value}/pushes/${id}`, answer).catch(() => undefined);
    look();
  };
  refuse.addEventListener('click', () => send({ answer: 'refuse' }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send({ answer: 'approve', number: number.value });
  });
  return form;
}

/**
 * Draws new and changed items, newest first. Unchanged elements stay in place, so that they keep the focus and a screen
 * reader announces each item once.
 */
function drawInbox({ messages, pushes }) {
  const things = [
    ...pushes.map((push) => ({
      key: `${push.id} ${push.state}`,
      at: push.expiresAt - PUSH_LIFE,
      draw: () => card(push),
    })),
    ...messages.map((sms) => ({ key: `${sms.sentAt} ${sms.code}`, at: sms.sentAt, draw: () => bubble(sms) })),
  ].sort((a, b) => b.at - a.at);
  drawn = new Map(things.map(({ key, draw }) => [key, drawn.get(key) ?? draw()]));
  const articles = [...drawn.values()];
  for (const article of [...inbox.children]) if (!articles.includes(article)) article.remove();
  for (const [i, article] of articles.entries()) {
    if (inbox.children[i] !== article) inbox.insertBefore(article, inbox.children[i] ?? null);
  }
  document.getElementById('empty').hidden = articles.length > 0;
}

async function look() {
  clearTimeout(timer);
  const digits = select.value;
  try {
    const phone = await ask('GET', `/sandbox/phones/${digits}`);
    if (digits === select.value) drawInbox(phone);
    offline.textContent = '';
    document.getElementById('time').textContent = timeOf(Date.now());
  } catch {
    offline.textContent = words.failed;
  }
  clearTimeout(timer);
  timer = setTimeout(look, LOOK_AGAIN);
}

function choose() {
  const member = members.find(({ phone }) => phone === select.value);
  document.getElementById('number').textContent = `${member.name} ${dashed(member.phone)}`;
  history.replaceState(null, '', `#${member.phone}`);
  drawProfile(member);
  drawn = new Map();
  inbox.replaceChildren();
  look();
}

members = await ask('GET', '/sandbox/members');
select.append(
  ...members.map(({ name, phone, traits }) => {
    const option = make('option', '', `${name} · ${dashed(phone)} · ${traits.join(' ')}`);
    option.value = phone;
    return option;
  }),
);
const fromAddress = () => members.find(({ phone }) => phone === location.hash.slice(1))?.phone;
select.value = fromAddress() ?? members[0].phone;
select.addEventListener('change', choose);
addEventListener('hashchange', () => {
  select.value = fromAddress() ?? select.value;
  choose();
});
choose();
