import { describe, expect, it } from 'vitest';
import type { Step } from '../../contract/front-api';
import { keypadOf, member, press } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const who = member('has-pin');
const RIGHT = '246813';
const WRONG = '975319';
const DAY = 24 * 60 * 60_000;

/** Identifies by card and enters PINs until the last, or until a right one. Returns what was said to each. */
async function enter(...pins: string[]): Promise<(string | number | undefined)[]> {
  const { session } = await ocb.open();
  let step: unknown = (await ocb.byCard(session, who)).ok;
  const said: (string | number | undefined)[] = [];
  for (const pin of pins) {
    const { code, refusal } = await ocb.front('verifyPin', { session, ...press(keypadOf(step), pin) });
    said.push(code === '2503' ? refusal?.attemptsLeft : code);
    step = refusal?.step;
  }
  return said;
}

const attemptsLeft = async () => {
  const { session } = await ocb.open();
  return ((await ocb.byCard(session, who)).ok as Extract<Step, { step: 'pin' }>).attemptsLeft;
};

describe('wrong PINs of one day', () => {
  it('let a shopper pay who mistypes', async () => {
    expect(await enter(WRONG, RIGHT)).toEqual([4, 'ok']);
    expect(await enter(WRONG, WRONG, WRONG, WRONG, RIGHT)).toEqual([4, 3, 2, 1, 'ok']);
    expect(await attemptsLeft()).toBe(5);
  });

  it('add up over right ones: the tenth deletes the PIN (2504), and nobody waits', async () => {
    for (let i = 0; i < 2; i += 1) expect(await enter(WRONG, WRONG, WRONG, WRONG, RIGHT)).toEqual([4, 3, 2, 1, 'ok']);
    expect(await attemptsLeft()).toBe(2);
    expect(await enter(WRONG, RIGHT)).toEqual([1, 'ok']);
    expect(await enter(WRONG)).toEqual(['2504']);
  });

  it('start anew the next day in Korea', async () => {
    for (let i = 0; i < 2; i += 1) await enter(WRONG, WRONG, WRONG, WRONG, RIGHT);
    ocb.time.now += DAY;
    expect(await enter(WRONG, WRONG, WRONG, WRONG, RIGHT)).toEqual([4, 3, 2, 1, 'ok']);
  });

  it('leave those in a row, which no day ends', async () => {
    expect(await enter(WRONG, WRONG)).toEqual([4, 3]);
    ocb.time.now += DAY;
    expect(await enter(WRONG, WRONG, WRONG)).toEqual([2, 1, '2504']);
  });
});
