import { describe, expect, it } from 'vitest';
import { authenticated, boxOf, codeOfOne, eventually, layerOf, makeApi, popupOf, say, told, useStage } from './stage';

const stage = useStage();
const policy = (...lines: string[]) => ({ 'content-security-policy': lines.join('; ') });
/** What the script says to the merchant's developers. */
const warnings = () => stage.lines.filter((line) => line.includes('OKcashbagAPI'));

describe('a page with a Content-Security-Policy', () => {
  const strict = () =>
    policy(
      "default-src 'none'",
      `script-src ${stage.front}`,
      `frame-src ${stage.front}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    );

  it.each([[[]], [['t']]])(
    'without anything unsafe, and with Trusted Types, uses the layer (tokens: %j)',
    async (tokens) => {
      stage.headers = strict();
      const page = await stage.page();
      await makeApi(page, ...tokens);
      await page.evaluate("api.show({ mctTrToken: 't' })");
      await say(await popupOf(page), authenticated());
      await eventually(() => told(page)).toHaveLength(1);
      expect((await told(page))[0]?.name).toBe('POINTS_AUTHENTICATED');
      expect([...stage.lines, ...stage.thrown]).toEqual([]);
    },
  );

  it('without anything unsafe shows the complete notice', async () => {
    stage.headers = strict();
    stage.role = 'silent';
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await page.getByRole('alert').waitFor();
    expect(await layerOf(page).locator('div').boundingBox()).toEqual({ x: 300, y: 30, width: 400, height: 640 });
    await page.getByRole('button', { name: '닫기' }).click();
    expect(await codeOfOne(page)).toBe('4001');
    expect([...stage.lines, ...stage.thrown]).toEqual([]);
  });

  it.each(["frame-src 'self'", "child-src 'none'", "default-src 'self'"])(
    '%s names the missing frame-src, at once, to developer and shopper',
    async (line) => {
      stage.headers = policy(line, `script-src ${stage.front}`);
      // No time passes: nothing is waited for.
      const page = await stage.page({ clock: true });
      await makeApi(page);
      await page.evaluate("api.show({ mctTrToken: 't' })");
      await page.getByRole('alert').waitFor();
      expect(warnings()).toEqual([`warning: OKcashbagAPI: CSP: add frame-src ${stage.front}`]);
      await page.getByRole('button', { name: '닫기' }).click();
      await page.clock.runFor(100);
      expect(await codeOfOne(page)).toBe('4001');
      expect((await told(page))[0]?.result.errorObject?.errorDetailMessage).toContain(`add frame-src ${stage.front}`);
    },
  );

  it('that only reports changes nothing', async () => {
    stage.headers = { 'content-security-policy-report-only': "frame-src 'self'" };
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await say(await popupOf(page), authenticated());
    await eventually(() => told(page)).toHaveLength(1);
    expect((await told(page))[0]?.name).toBe('POINTS_AUTHENTICATED');
    expect(warnings()).toEqual([]);
  });

  it('that blocks another use of the front server’s origin does not affect the popup', async () => {
    stage.headers = policy(
      `script-src ${stage.front}`,
      "connect-src 'none'",
      "img-src 'none'",
      `frame-src ${stage.front}`,
    );
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await page.evaluate(`fetch('${stage.front}/health').catch(() => {}), new Image().src = '${stage.front}/health', 0`);
    await say(await popupOf(page), authenticated());
    await eventually(() => told(page)).toHaveLength(1);
    expect((await told(page))[0]?.name).toBe('POINTS_AUTHENTICATED');
    expect(warnings()).toEqual([]);
  });

  it('that blocks something else on the page does not affect the popup', async () => {
    stage.headers = policy(`script-src ${stage.front}`, "img-src 'none'", `frame-src ${stage.front}`);
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' }); new Image().src = 'https://elsewhere.example/'");
    await popupOf(page);
    expect(await boxOf(page)).toEqual({ x: 0, y: 0, width: 1000, height: 700 });
    expect(warnings()).toEqual([]);
  });
});
