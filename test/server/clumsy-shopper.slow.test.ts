import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Step } from '../../contract/front-api';
import { MEMBERS, type SeedMember } from '../../server/sandbox/seed/members';
import { approvePush } from './answer-push';
import { type Fixture, member, press, startFixture } from './fixture';

const OTHERS = 500;
/** How many of them are in the popup at the same moment. */
const AT_ONCE = 20;
const SECOND = 1000;

let ocb: Fixture;
beforeAll(async () => {
  ocb = await startFixture();
}, 120_000);
afterAll(() => ocb?.close());

const clumsy = member('has-pin');
const others = MEMBERS.filter((one) => one.traits.includes('ready') && one !== clumsy);

/** Uses what was authorised, as the shop's server does. Returns the code. */
async function use(ocbUseTrAuthToken: string, mctTransactionId: string): Promise<string> {
  return (await ocb.asMerchant('use', { mctTransactionId, ocbUseTrAuthToken })).code;
}

/** Mistypes the card once, then pays. Returns what each step led to. */
async function pay(who: SeedMember, id: string): Promise<string> {
  const { session } = await ocb.open();
  const mistyped = await ocb.byCard(session, { ...who, cardNumber: '9000000000000001' });
  const step = (await ocb.byCard(session, who)).ok as Step;
  await ocb.enterPin(session, step, who.pin ?? '246813');
  const { ocbUseTrAuthToken } = await ocb.ok('authorize', { session, ocbPoint: 1, dutumPoint: 0, chargePoint: 0 });
  return `${mistyped.code} ${await use(ocbUseTrAuthToken, id)}`;
}

/** Lets some of the others pay, several at once, and returns how often each outcome was. */
async function payAll(from: number, to: number): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  let next = from;
  const line = async () => {
    while (next < to) {
      const nth = next;
      next += 1;
      const outcome = await pay(others[nth % others.length] as SeedMember, `other-${nth}`).catch(String);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return outcomes;
}

/** Makes every mistake that one who means well makes, and pays in the end. */
async function payClumsily(): Promise<string[]> {
  const { session } = await ocb.open();
  const codes: string[] = [];
  const note = (answer: { code: string }) => void codes.push(answer.code);
  note(await ocb.byCard(session, { ...clumsy, cardNumber: '9000000000000002' }));
  note(await ocb.byCard(session, clumsy, 'wrong'));

  note(await ocb.front('requestCode', ocb.details(session, clumsy)));
  for (let i = 0; i < 3; i += 1) {
    const right = await ocb.lastCode(clumsy.phone);
    const wrong = String((Number(right) + 1) % 1e6).padStart(6, '0');
    if (i < 2) note(await ocb.front('confirmCode', { session, code: wrong }));
    ocb.time.now += 10 * SECOND;
    note(await ocb.front('resendCode', { session }));
  }

  const sent = await ocb.front('requestPush', { session, phone: clumsy.phone });
  note(sent);
  await approvePush(ocb, clumsy.phone, (sent.ok as { number: string }).number);
  const step = (await ocb.ok('awaitPush', { session })) as Extract<Step, { step: 'pin' }>;
  const wrongPin = await ocb.front('verifyPin', { session, ...press(step.keypad, '135792') });
  note(wrongPin);
  await ocb.enterPin(session, wrongPin.refusal?.step as Step, clumsy.pin ?? '');
  const { ocbUseTrAuthToken } = await ocb.ok('authorize', { session, ocbPoint: 1_000, dutumPoint: 0, chargePoint: 0 });
  codes.push(await use(ocbUseTrAuthToken, 'clumsy'));
  return codes;
}

it('pays after every honest mistake, on one address with 500 others, none of whom is refused', async () => {
  // Each makes a PIN first where there is none.
  for (const [nth, who] of others.entries()) expect(await pay(who, `first-${nth}`)).toBe('2302 ok');
  const before = await payAll(others.length, OTHERS / 2);
  const [meanwhile, codes] = await Promise.all([payAll(OTHERS / 2, OTHERS), payClumsily()]);
  expect([before, meanwhile]).toEqual([{ '2302 ok': OTHERS / 2 - others.length }, { '2302 ok': OTHERS / 2 }]);
  expect(codes).toEqual([...['2302', '2300'], ...['ok', '2200', 'ok', '2200', 'ok', 'ok'], ...['ok', '2503'], 'ok']);
}, 600_000);
