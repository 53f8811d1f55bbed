import { describe, expect, it } from 'vitest';
import type { Providers } from '../../server/providers/providers';

/** The test's view of the external systems. */
export interface World {
  card: { number: string; ci: string; password: string };
  /** A phone that no other test uses. */
  phone: string;
  /** Returns the text messages that a phone received. */
  textsOn(phone: string): Promise<string[]>;
  /** Returns the ids of the requests that an app shows. */
  pushesOn(phone: string): Promise<string[]>;
  /** Answers a request as the owner of the phone. */
  answer(phone: string, id: string, reply: { answer: 'approve' | 'refuse'; number?: string }): Promise<unknown>;
  now(): Promise<number>;
}

/** The contract tests that all providers must pass. */
export function describeProviders(open: () => { providers: Providers; world: World }): void {
  describe('the card directory', () => {
    it('returns a card’s owner and checks its password', async () => {
      const { providers, world } = open();
      const { number, ci, password } = world.card;
      expect(await providers.cards.find(number)).toEqual({ ci, status: 'normal' });
      expect(await providers.cards.isPassword(number, password)).toBe(true);
      expect(await providers.cards.isPassword(number, `${password}x`)).toBe(false);
    });

    it('does not reject for a missing card', async () => {
      const { cards } = open().providers;
      expect(await cards.find('0000000000000000')).toBeUndefined();
      expect(await cards.isPassword('0000000000000000', 'x')).toBe(false);
    });

    it('gives the same result on repeated calls', async () => {
      const { providers, world } = open();
      const wrong = Array.from({ length: 10 }, () => providers.cards.isPassword(world.card.number, 'wrong'));
      expect(new Set(await Promise.all(wrong))).toEqual(new Set([false]));
      expect(await providers.cards.isPassword(world.card.number, world.card.password)).toBe(true);
    });
  });

  describe('the identity agency', () => {
    it('delivers every message that it accepts', async () => {
      const { providers, world } = open();
      const message = { phone: world.phone, text: 'code 123456', code: '123456' };
      await providers.identity.sendCode(message);
      await providers.identity.sendCode(message);
      expect(await world.textsOn(world.phone)).toEqual(['code 123456', 'code 123456']);
    });
  });

  describe('the app', () => {
    const request = async (world: World, id: string) => ({
      id,
      phone: world.phone,
      merchantName: '하루상점',
      mctAmount: 1_000,
      purpose: 'pay' as const,
      number: '42',
      expiresAt: (await world.now()) + 60_000,
    });

    it('shows a request once, even if it is sent twice', async () => {
      const { providers, world } = open();
      const push = await request(world, 'once');
      await Promise.all([providers.push.send(push), providers.push.send(push)]);
      expect(await world.pushesOn(world.phone)).toEqual(['once']);
      expect(await providers.push.answerOf('once')).toBeUndefined();
    });

    it.each([
      ['approve', '42', 'approved'],
      ['approve', '24', 'refused'],
      ['refuse', '', 'refused'],
    ] as const)('reports the answer %s with “%s”, also on a repeated call', async (answer, number, told) => {
      const { providers, world } = open();
      const id = `${answer} ${number}`;
      await providers.push.send(await request(world, id));
      await world.answer(world.phone, id, { answer, number });
      expect([await providers.push.answerOf(id), await providers.push.answerOf(id)]).toEqual([told, told]);
    });

    it('has no answer for an unknown request', async () => {
      expect(await open().providers.push.answerOf('unknown')).toBeUndefined();
    });
  });

  describe('PAYCO', () => {
    const charge = async (world: World, id: string) => ({
      id,
      memberId: 1,
      points: 100,
      until: (await world.now()) + 10_000,
    });

    it('charges once, and returns the same for a repeated id', async () => {
      const { providers, world } = open();
      const asked = await charge(world, 'charged');
      const answers = await Promise.all([providers.payco.charge(asked), providers.payco.charge(asked)]);
      expect(answers).toEqual([{ charged: true }, { charged: true }]);
    });

    it('refunds once over repeated calls, and then refuses to charge that id', async () => {
      const { providers, world } = open();
      for (const id of ['refunded', 'never charged']) {
        const asked = await charge(world, id);
        if (id === 'refunded') await providers.payco.charge(asked);
        await Promise.all([providers.payco.refund(id), providers.payco.refund(id)]);
        await expect(providers.payco.charge(asked)).rejects.toThrow();
      }
    });

    it('charges nothing after `until`', async () => {
      const { providers, world } = open();
      const asked = { ...(await charge(world, 'late')), until: (await world.now()) - 1 };
      await expect(providers.payco.charge(asked)).rejects.toThrow();
    });
  });

  describe('the approval system', () => {
    const request = async (world: World, id: string) => ({
      id,
      kind: 'SAVE' as const,
      nxMctNo: '100000000000001',
      mctTransactionId: `of ${id}`,
      originalId: null,
      memberId: 1,
      mctAmount: 0,
      ocbPoint: 100,
      dutumPoint: 0,
      chargePoint: 0,
      until: (await world.now()) + 10_000,
    });

    it('decides once: repeats and lookups return the same answer', async () => {
      const { providers, world } = open();
      const asked = await request(world, 'approved');
      const [one, two] = await Promise.all([providers.approval.approve(asked), providers.approval.approve(asked)]);
      expect(two).toEqual(one);
      expect(await providers.approval.outcomeOf('approved')).toEqual(one);
    });

    it('gives each request a different number', async () => {
      const { providers, world } = open();
      const first = await providers.approval.approve(await request(world, 'first'));
      expect(await providers.approval.approve(await request(world, 'second'))).not.toEqual(first);
    });

    it('approves nothing after `until`, and has no outcome for it', async () => {
      const { providers, world } = open();
      const asked = { ...(await request(world, 'late')), until: (await world.now()) - 1 };
      await expect(providers.approval.approve(asked)).rejects.toThrow();
      expect(await providers.approval.outcomeOf('late')).toBeUndefined();
    });
  });
}
