import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ERRORS, type ErrorCode } from '../../contract/errors';
import type { AnyEventListener, OKcashbagAPI, OKcashbagAPIConstructor, PointsAuthenticated } from '../../src/api';

/** A page with the class, and a shopper. */
export interface Page {
  OKcashbagAPI: OKcashbagAPIConstructor;
  /** How many layers are open. */
  layers(): number;
  /** The shopper authorises points, or something stops them, or they close the layer. */
  succeed(result: PointsAuthenticated): Promise<void>;
  fail(errorCode: ErrorCode, detail: string): Promise<void>;
  close(): Promise<void>;
  /** What the console says. */
  lines: string[];
  leave(): void;
}

const RESULT: PointsAuthenticated = {
  ocbUseTrAuthToken: 'u'.repeat(128),
  mctAmount: 30_000,
  dutumPoint: 1_000,
  usePoint: 3_000,
  errorObject: null,
};

/** What a merchant's page may rely on: the script and the fake both promise it. */
export function describeContract(name: string, open: () => Promise<Page>): void {
  describe(`the contract of the class: ${name}`, () => {
    let page: Page;
    let api: OKcashbagAPI;
    let told: unknown[][];
    beforeEach(async () => {
      page = await open();
      told = [];
      api = listened();
    });
    afterEach(() => page.leave());

    function listened(...tokens: ConstructorParameters<OKcashbagAPIConstructor>): OKcashbagAPI {
      const made = new page.OKcashbagAPI(...tokens);
      made.on((...event: Parameters<AnyEventListener>) => void told.push(event));
      return made;
    }
    const eventually = (count: number) => expect.poll(() => told.length, { timeout: 5_000 }).toBe(count);
    /** The one event that there is. */
    async function failure() {
      await eventually(1);
      const [name, result] = told[0] as [string, { errorObject: object }];
      expect(name).toBe('POINTS_AUTH_FAILED');
      return result.errorObject;
    }
    const later = () => new Promise((done) => setTimeout(done, 50));

    it('points that are authorised arrive as they are, when the layer is gone', async () => {
      const seen: boolean[] = [];
      api.on('POINTS_AUTHENTICATED', () => seen.push(api.isShow()));
      api.show({ mctTrToken: 't' });
      expect([api.isShow(), page.layers()]).toEqual([true, 1]);
      await page.succeed(RESULT);
      await eventually(1);
      expect(told).toEqual([['POINTS_AUTHENTICATED', RESULT]]);
      expect([seen, page.layers()]).toEqual([[false], 0]);
    });

    it('what stops the shopper arrives with its code and the table’s message', async () => {
      api.show({ mctTrToken: 't' });
      await page.fail('2203', 'five today');
      expect(await failure()).toEqual({
        errorCode: '2203',
        errorMessage: ERRORS['2203'].ko,
        errorDetailMessage: 'five today',
      });
      expect(page.layers()).toBe(0);
    });

    it('a shopper who closes the layer is told as 2002', async () => {
      api.show({ mctTrToken: 't' });
      await page.close();
      expect(await failure()).toMatchObject({ errorCode: '2002', errorMessage: ERRORS['2002'].ko });
    });

    it('forceClose() closes without an event, and twice is once', async () => {
      api.show({ mctTrToken: 't' });
      api.forceClose();
      api.forceClose();
      expect([api.isShow(), page.layers()]).toEqual([false, 0]);
      await later();
      expect(told).toEqual([]);
    });

    it('a show() without a token fails later with 1000, without a layer', async () => {
      api.show();
      expect([told, page.layers()]).toEqual([[], 0]);
      expect(await failure()).toEqual({
        errorCode: '1000',
        errorMessage: ERRORS['1000'].ko,
        errorDetailMessage: 'No mctTrToken: pass it to setParams or show',
      });
    });

    it.each([
      ['the server’s response', { merchantTrToken: 't' }, 'an object: pass its merchantTrToken'],
      ['a number', 7, 'number'],
    ])('%s as a token fails with 1000, and the reason', async (_what, token, reason) => {
      api.show({ mctTrToken: token as never });
      const errorDetailMessage = `mctTrToken: expected a string, got ${reason}`;
      expect(await failure()).toMatchObject({ errorCode: '1000', errorDetailMessage });
    });

    it('a layer opens at once while its token is promised', async () => {
      let settle = (_token: string): void => undefined;
      api.show({ mctTrToken: new Promise<string>((done) => (settle = done)) });
      expect([api.isShow(), page.layers()]).toEqual([true, 1]);
      const done = page.succeed(RESULT);
      await later();
      expect(told).toEqual([]);
      settle('t');
      await done;
      await eventually(1);
    });

    it('a promise of a token that is rejected fails with 4001 and the reason', async () => {
      api.show({ mctTrToken: Promise.reject(new Error('the server is down')) });
      const errorDetailMessage = 'mctTrToken was rejected: the server is down';
      expect(await failure()).toMatchObject({ errorCode: '4001', errorDetailMessage });
      expect(page.layers()).toBe(0);
    });

    it('a promise that is rejected before show() is nobody’s concern', async () => {
      const rejected = Promise.reject(new Error('expired'));
      // The class may hear of it later than Node looks for those that nobody hears.
      rejected.catch(() => undefined);
      api = listened(rejected);
      await later();
      api.show({ mctTrToken: 'other' });
      await page.succeed(RESULT);
      await eventually(1);
    });

    it('a second show() while the layer is open is ignored, with a line in the console', async () => {
      api.show({ mctTrToken: 't' });
      api.show({ mctTrToken: 'other' });
      expect(page.layers()).toBe(1);
      expect(page.lines).toEqual(['OKcashbagAPI: show() while open']);
      await page.succeed(RESULT);
      await later();
      expect(told).toHaveLength(1);
    });

    it('another instance’s show() ends this one with 2002', async () => {
      api.show({ mctTrToken: 't' });
      const other = listened('t');
      other.show();
      expect(await failure()).toMatchObject({ errorCode: '2002', errorDetailMessage: 'Another show()' });
      expect([api.isShow(), other.isShow(), page.layers()]).toEqual([false, true, 1]);
    });

    it('the tokens of the constructor and of setParams count', async () => {
      listened('t', null).show();
      await page.succeed(RESULT);
      await eventually(1);
      api.setParams({ mctTrToken: 't' });
      api.show();
      await page.succeed(RESULT);
      await eventually(2);
    });

    it('null takes a token back', async () => {
      api.setParams({ mctTrToken: 't' });
      api.show({ mctTrToken: null });
      expect(await failure()).toMatchObject({ errorCode: '1000' });
    });

    it('messages are in the language of the params', async () => {
      api.show({ locale: 'en' });
      expect(await failure()).toMatchObject({ errorMessage: ERRORS['1000'].en });
    });

    it('an unknown parameter is named in the console', () => {
      api.setParams({ merchantTrToken: 't' } as never);
      expect(page.lines).toEqual(['OKcashbagAPI: unknown parameter merchantTrToken']);
    });

    it('listeners hear their event, also by its name with spaces, until they are taken off', async () => {
      const heard: string[] = [];
      const points = () => void heard.push('points');
      const failed = () => void heard.push('failed');
      api.on('POINTS AUTHENTICATED', points);
      api.on('POINTS_AUTH_FAILED', failed);
      api.show({ mctTrToken: 't' });
      await page.succeed(RESULT);
      await expect.poll(() => heard).toEqual(['points']);
      api.off('POINTS_AUTHENTICATED', points);
      api.show();
      await page.succeed(RESULT);
      await eventually(2);
      expect(heard).toEqual(['points']);
    });

    it('a member is a handler: it needs no this, and takes no event for params', async () => {
      api.setParams({ mctTrToken: 't' });
      const { show } = api;
      show({ type: 'click' } as never);
      await page.succeed(RESULT);
      await eventually(1);
    });

    it('the class tells its version, and has a doctor', () => {
      expect(page.OKcashbagAPI.version).toMatch(/./);
      expect(page.OKcashbagAPI.doctor).toBeTypeOf('function');
    });
  });
}
