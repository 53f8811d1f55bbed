import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { givePin, usePoints } from '../journeys/steps';
import { EN, KO } from '../words';

const LATER_MS = 5_000;
const DONE_MS = 4_000;

const factsOf = (page: Page) => page.evaluate<string[]>('qa.facts()');

/** The last facts that the page has recorded are, or become, these. */
const seesLast = (page: Page, ...facts: string[]) =>
  expect.poll(async () => (await factsOf(page)).slice(-facts.length)).toEqual(facts);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const choose = (page: Page, label: string, option: string) =>
  page.getByRole('combobox', { name: label, exact: true }).selectOption(option);

test.beforeEach(async ({ page, house }) => {
  await page.clock.install();
  await page.goto(house.qaUrl);
  await press(page, '콘솔');
});

/** A token for what the page says, and an instance that tells every event. */
async function begin(page: Page): Promise<void> {
  await press(page, '토큰 받기 (서버 호출)');
  await expect(field(page, 'mctTrToken')).toHaveValue(/^[\w-]{128}$/);
  await press(page, 'new OKcashbagAPI(…)');
  await choose(page, '이벤트', '모든 이벤트 on(fn)');
  await press(page, 'on(…)');
}

test('every member of the script can be called from the console', async ({ page, popup, shopper }) => {
  await begin(page);
  const kinds = ["on('POINTS_AUTH_FAILED', fn)", "on('POINTS_AUTHENTICATED', fn)", "on('POINTS AUTHENTICATED', fn)"];
  for (const kind of kinds) {
    await choose(page, '이벤트', kind);
    await press(page, 'on(…)');
  }
  await press(page, 'isShow()');
  await press(page, 'show()');
  await shopper.popup.press(KO.close);
  await seesLast(page, 'isShow false', 'any POINTS_AUTH_FAILED 2002', 'failed POINTS_AUTH_FAILED 2002');

  await choose(page, '이벤트', '모든 이벤트 on(fn)');
  await press(page, 'off(…)');
  await choose(page, '팝업 언어 locale', 'en');
  await press(page, 'setParams(…)');
  await press(page, 'show()');
  await expect(popup.getByRole('heading', { name: EN.methodTitle })).toBeVisible();
  await shopper.popup.press(EN.close);
  await seesLast(page, 'failed POINTS_AUTH_FAILED 2002', 'failed POINTS_AUTH_FAILED 2002');

  await choose(page, '팝업 언어 locale', 'ko');
  await press(page, 'show(…)');
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');

  await page.getByLabel('5초 뒤에 (팝업이 열려 있을 때 부르려면)').check();
  for (const name of ['show()', 'isShow()', 'forceClose()', 'isShow()']) await press(page, name);
  await page.clock.runFor(LATER_MS);
  await seesLast(page, 'isShow true', 'forceClose', 'isShow false');
});

test('the seven server calls are buttons, and each can be changed and sent again', async ({ page, scene, sandbox }) => {
  const member = await sandbox.member('ready', 'has-pin');
  await choose(page, '회원', `${member.name} (${member.traits.join(', ')})`);
  await expect(page.getByRole('cell', { name: member.phone })).toBeVisible();
  const { shopper } = scene;
  await begin(page);
  await press(page, 'show()');
  await shopper.popup.press(KO.methods.card);
  await shopper.popup.type(KO.cardNumber, member.cardNumber);
  await shopper.popup.type(KO.cardPassword, member.cardPassword);
  await shopper.popup.press(KO.identify);
  await givePin(scene, member.pin as string);
  await usePoints(scene, 2_000);
  await shopper.popup.seesTitle(KO.doneTitle(2_000));
  await page.clock.runFor(DONE_MS);
  await shopper.layerIs('gone');
  await seesLast(page, 'any POINTS_AUTHENTICATED');

  const answers = [
    ['use', 'use approved'],
    ['cancel', 'cancel approved'],
    ['usePart', 'usePart approved'],
    ['result', 'result 0000'],
    ['save', 'save approved'],
    ['cancelSave', 'cancelSave approved'],
    ['result', 'result 0000'],
  ] as const;
  for (const [call, fact] of answers) {
    await press(page, call);
    await seesLast(page, fact);
  }
  await press(page, 'save');
  await seesLast(page, 'save approved');
  const request = field(page, '보낸 내용 (JSON)');
  await request.fill((await request.inputValue()).replace(member.cardNumber, '8951000000009999'));
  await press(page, '고친 내용으로 보내기');
  await seesLast(page, 'save refused 2302');
  await request.fill('{');
  await press(page, '고친 내용으로 보내기');
  await expect(page.getByRole('alert')).toContainText('JSON');
});

test('a token is asked for with merchant, amount, eventInfo and userAuthToken', async ({ page, shopper }) => {
  await choose(page, '가맹점', '달빛마트');
  await field(page, '구매 금액 mctAmount').fill('55000');
  await field(page, 'eventInfo.promotionCode').fill('PROMO1');
  await field(page, 'eventInfo.eventPrctVolume').fill('2');
  await field(page, 'eventInfo.eventPrctAmout').fill('40000');
  const asked = page.waitForRequest(/\/api\/call$/);
  await begin(page);
  expect((await asked).postDataJSON()).toMatchObject({
    merchant: 1,
    request: {
      mctAmount: 55_000,
      eventInfo: { promotionCode: 'PROMO1', eventPrctVolume: 2, eventPrctAmout: 40_000 },
    },
  });
  await press(page, 'show()');
  await shopper.popup.sees('달빛마트');
  await shopper.popup.sees('55,000');
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');

  const userAuthToken = 'x'.repeat(128);
  await field(page, 'userAuthToken').fill(userAuthToken);
  await field(page, 'eventInfo.promotionCode').fill('');
  const again = page.waitForRequest(/\/api\/call$/);
  await press(page, '토큰 받기 (서버 호출)');
  expect((await again).postDataJSON()).toMatchObject({
    request: { userAuthToken, eventInfo: { eventPrctVolume: 2, eventPrctAmout: 40_000 } },
  });
});

test('faults, clock and reset of the sandbox are set from the console', async ({ page, popup, shopper }) => {
  await choose(page, '호출', 'open');
  await choose(page, '오류 코드', '9000');
  await press(page, '장애 넣기');
  await begin(page);
  await press(page, 'show()');
  await expect(popup.getByText('9000')).toBeVisible();
  await shopper.popup.press(KO.close);
  await seesLast(page, 'any POINTS_AUTH_FAILED 9000');
  await shopper.layerIs('gone');

  await choose(page, '호출', 'script');
  await field(page, '지연 (ms)').fill('10');
  await field(page, '횟수').fill('5');
  await page.getByLabel('응답 없이 끊기', { exact: true }).check();
  const set = page.waitForRequest(/\/api\/faults$/);
  await press(page, '장애 넣기');
  expect((await set).postDataJSON()).toEqual({ call: 'script', errorCode: '9000', delayMs: 10, times: 5, drop: true });

  for (const name of ['장애 지우기', '하루', '샌드박스 처음 상태로']) {
    const answered = page.waitForResponse(/\/api\/(faults\/clear|clock|reset)$/);
    await press(page, name);
    expect((await answered).status()).toBe(200);
  }
  const telephone = page.getByRole('link', { name: '보조 창 열기', exact: true });
  await expect(telephone).toHaveAttribute('href', /phone=\d{10,11}$/);
});
