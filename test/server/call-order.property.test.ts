import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FrontCall, Keypad, Step } from '../../contract/front-api';
import { answerPush, readPhone } from '../../server/sandbox/phones';
import type { Answer } from './checked-calls';
import { member, press } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox({ pushWaitMs: 0, callsPerSession: 1e6, callsPerAddress: 1e6 });

const WHO = [member('ready'), member('has-pin'), member('suspended')];

/** What the popup, or an attacker in its place, may do next. */
const action = fc.oneof(
  fc.record({ do: fc.constant('card' as const), who: fc.nat(2), isRight: fc.boolean() }),
  fc.record({ do: fc.constant('code' as const), who: fc.nat(2) }),
  fc.record({ do: fc.constant('confirm' as const), who: fc.nat(2), isRight: fc.boolean() }),
  fc.record({ do: fc.constantFrom('resendCode', 'awaitPush', 'forgetPin', 'restart', 'reopen' as const) }),
  fc.record({ do: fc.constant('push' as const), who: fc.nat(2), answer: fc.constantFrom('approve', 'refuse', 'none') }),
  fc.record({
    do: fc.constantFrom('enterNewPin', 'confirmNewPin', 'verifyPin'),
    pin: fc.constantFrom('246813', '975319'),
    isFresh: fc.boolean(),
  }),
  fc.record({ do: fc.constant('authorize' as const), ocbPoint: fc.constantFrom(0, 1, 1000, 60_000) }),
  // The next step of an honest shopper; chance alone would rarely reach the points.
  ...[1, 2, 3].map(() => fc.record({ do: fc.constant('onward' as const), who: fc.nat(1) })),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(10_000, 181_000, 601_000) }),
);

interface Person {
  session: string;
  keypad: Keypad;
  step: string;
  /** By the rules as a shopper knows them, independently of the server's code. */
  isIdentified: boolean;
  isAtPoints: boolean;
}

const NO_KEYPAD = { keypadId: 'a'.repeat(22), digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] };

/** Learns from a response what its reader would know. */
function learn(person: Person, call: FrontCall, answer: Answer): void {
  const said = (answer.ok ?? answer.refusal?.step ?? {}) as object;
  // An authorised choice has no step. Repeating the call gets the same response.
  const step = 'step' in said ? (said as Step) : undefined;
  if (step && 'keypad' in step) person.keypad = step.keypad;
  if (step) person.step = step.step;
  if (call === 'identifyByCard' || call === 'confirmCode' || call === 'awaitPush') {
    if (answer.code === 'ok' && (answer.ok as { step: string }).step !== 'waiting') person.isIdentified = true;
  }
  if (step?.step === 'method') person.isIdentified = person.isAtPoints = false;
  if (step?.step === 'points') person.isAtPoints = true;
  else if (step && step.step !== ('waiting' as string)) person.isAtPoints = false;
}

it('no order of calls reaches the points without identification and PIN, and every response is in the table', async () => {
  let authorised = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 20 }), async (actions) => {
      await ocb.reset();
      const mctTrToken = await ocb.token();
      const person: Person = {
        session: (await ocb.open({ mctTrToken })).session,
        keypad: NO_KEYPAD,
        step: 'method',
        isIdentified: false,
        isAtPoints: false,
      };
      let isPinEntered = false;
      for (const act of actions) {
        const { session } = person;
        const say = async (call: FrontCall, body: object) => {
          // `front` fails the test if a response breaks the contract or its code is not in the table.
          const answer = await ocb.front(call, { session, ...body });
          expect(answer.code).not.toMatch(/^(9999|5000)$/);
          const wasIdentified = person.isIdentified;
          learn(person, call, answer);
          const step = (answer.ok as Step | undefined)?.step;
          if (step === 'points' && call !== 'awaitPush') {
            expect(wasIdentified).toBe(true);
            expect(['verifyPin', 'confirmNewPin']).toContain(call);
            isPinEntered = true;
          }
          return answer;
        };
        if (act.do === 'card') {
          const { cardNumber, cardPassword } = WHO[act.who] ?? member('ready');
          await say('identifyByCard', { cardNumber, cardPassword: act.isRight ? cardPassword : 'wrong' });
        } else if (act.do === 'code') {
          await say('requestCode', ocb.details(session, WHO[act.who] ?? member('ready')));
        } else if (act.do === 'confirm') {
          const code = act.isRight ? await ocb.lastCode(WHO[act.who]?.phone ?? '') : '000000';
          if (code !== '') await say('confirmCode', { code });
        } else if (act.do === 'push') {
          const phone = WHO[act.who]?.phone ?? '';
          const said = await say('requestPush', { phone });
          const { number = '00' } = (said.ok ?? {}) as { number?: string };
          const waiting = (await readPhone(ocb.context, phone)).pushes.find((push) => push.state === 'waiting');
          if (waiting && act.answer !== 'none') {
            const answer = act.answer as 'approve' | 'refuse';
            await answerPush(ocb.context, phone, waiting.id, { answer, number });
          }
        } else if (act.do === 'wait') {
          ocb.time.now += act.ms;
        } else if (act.do === 'reopen') {
          const answer = await ocb.front('open', {
            mctTrToken,
            userAuthToken: '',
            pageOrigin: 'http://localhost:4001',
            locale: 'en',
          });
          if (answer.code === 'ok') {
            expect((await ocb.front('restart', { session })).code).toBe('1000');
            person.session = (answer.ok as { session: string }).session;
            person.isIdentified = person.isAtPoints = false;
            person.step = 'method';
          }
        } else if (act.do === 'onward') {
          const { cardNumber, cardPassword } = WHO[act.who] ?? member('ready');
          const entry = press(person.keypad, '246813');
          if (person.step === 'newPin') await say('enterNewPin', entry);
          else if (person.step === 'confirmPin') await say('confirmNewPin', entry);
          else if (person.step === 'pin') await say('verifyPin', entry);
          else if (person.step === 'points') {
            const couldAuthorize = person.isAtPoints;
            const { code } = await say('authorize', { ocbPoint: 1, dutumPoint: 0, chargePoint: 0 });
            if (code === 'ok') {
              expect(couldAuthorize && isPinEntered).toBe(true);
              authorised += 1;
            }
          } else await say('identifyByCard', { cardNumber, cardPassword });
        } else if ('pin' in act) {
          const keypad = act.isFresh ? person.keypad : NO_KEYPAD;
          await say(act.do as FrontCall, press(keypad, act.pin));
        } else if (act.do === 'authorize' && 'ocbPoint' in act) {
          const couldAuthorize = person.isAtPoints;
          const answer = await say('authorize', { ocbPoint: act.ocbPoint, dutumPoint: 0, chargePoint: 0 });
          if (answer.code === 'ok') {
            expect(couldAuthorize && isPinEntered).toBe(true);
            expect(act.ocbPoint).toBeGreaterThan(0);
          }
        } else {
          await say(act.do as FrontCall, {});
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(authorised).toBeGreaterThan(0);
}, 120_000);
