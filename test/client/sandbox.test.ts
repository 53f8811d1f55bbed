import { describe, expect, it } from 'vitest';
import { approvePush, authorize, waitForCode } from '../../client/testing';
import { member } from '../server/fixture';
import { freshSandbox, ocb } from '../server/fresh-sandbox';

freshSandbox();

describe('okcashbagapi/testing at a sandbox', () => {
  it('authorises points without a browser', async () => {
    const mctTrToken = await ocb.token({ mctAmount: 39_000 });
    const shopper = { sandbox: ocb.url, member: member('ready').phone, mctTrToken, ocbPoint: 3_000, dutumPoint: 500 };
    expect(await authorize(shopper)).toEqual({
      ocbUseTrAuthToken: expect.stringMatching(/^.{128}$/),
      mctAmount: 39_000,
      dutumPoint: 500,
      usePoint: 3_500,
      errorObject: null,
    });
    await expect(authorize(shopper)).rejects.toThrow('POST /sandbox/authorize: 1000');
  });

  it('says why a member cannot pay', async () => {
    const { phone } = member('suspended');
    const mctTrToken = await ocb.token();
    await expect(authorize({ sandbox: ocb.url, member: phone, mctTrToken, ocbPoint: 1 })).rejects.toThrow('4058');
  });

  it('waits for the code of a text message, and for the one after it', async () => {
    const who = member('ready');
    const { session } = await ocb.open();
    const waiting = waitForCode(who.phone, { sandbox: ocb.url });
    await ocb.ok('requestCode', ocb.details(session, who));
    const first = await waiting;
    ocb.time.now += 10_000;
    await ocb.ok('requestCode', ocb.details(session, who));
    const second = await waitForCode(who.phone, { sandbox: ocb.url, not: first });
    expect(await ocb.ok('confirmCode', { session, code: second })).toMatchObject({ step: 'newPin' });
  });

  it('approves a request to the app with the number that the popup shows', async () => {
    const who = member('ready');
    const { session } = await ocb.open();
    const { number } = await ocb.ok('requestPush', { session, phone: who.phone });
    await approvePush(who.phone, number, { sandbox: ocb.url });
    expect(await ocb.ok('awaitPush', { session })).toMatchObject({ step: 'newPin' });
  });
});
