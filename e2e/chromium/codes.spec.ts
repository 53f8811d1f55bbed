import { ERRORS, type ErrorCode } from '../../contract/errors';
import type { FrontCall } from '../../contract/front-api';
import { expect, test } from '../fixtures';
import {
  chooseMethod,
  enterCard,
  enterPerson,
  givePin,
  identify,
  NEW_PIN,
  reachPoints,
  type Scene,
  usePoints,
} from '../journeys/steps';
import type { Member } from '../servers/sandbox';
import { KO } from '../words';

const SHOW = 'OK캐쉬백 사용';

/** What any call can be refused with. */
const ANY: ErrorCode[] = ['1000', '2000', '2001', '2002', '4000', '4001', '5000', '9000', '9999'];
/** What a call that finds out who the shopper is can be refused with: it is about the member, or the card. */
const MEMBER: ErrorCode[] = [
  ...(['4026', '4040', '4043', '4044', '4045', '4046', '4048', '4054', '4055', '4056', '4057', '4058'] as const),
  ...(['4062', '4072', '4082'] as const),
];
const PAYMENT: ErrorCode[] = [
  ...(['3039', '4016', '4018', '4046', '4047', '4061', '4062', '4072', '4082'] as const),
  ...(['4074', '4075', '4076', '4077', '4078', '4079', '4080', '4081'] as const),
];

interface Stage {
  call: FrontCall;
  codes: ErrorCode[];
  member?: string[];
  /** From the choice of a method to the screen that makes the call. */
  reach(scene: Scene, member: Member): Promise<void>;
  /** Makes the call. */
  act(scene: Scene, member: Member): Promise<void>;
  /** The title of that screen. */
  title: string;
  /** After an error that can be tried again, the call cannot be made again at once. */
  leaves?: true;
}

async function sendPush({ shopper }: Scene, member: Member): Promise<void> {
  await shopper.popup.type(KO.phone, member.phone);
  await shopper.popup.press(KO.requestPush);
}

const STAGES: Stage[] = [
  {
    call: 'identifyByCard',
    codes: ['2300', '2301', '2302', ...MEMBER],
    title: KO.cardTitle,
    reach: (scene) => chooseMethod(scene, 'card'),
    act: (scene, member) => enterCard(scene, member),
  },
  {
    call: 'requestCode',
    codes: ['2100', '2202', '2203'],
    title: KO.phoneTitle,
    reach: (scene) => chooseMethod(scene, 'phone'),
    act: enterPerson,
  },
  {
    call: 'confirmCode',
    codes: ['2100', '2200', '2201', '2203', ...MEMBER],
    title: KO.codeTitle,
    async reach(scene, member) {
      await chooseMethod(scene, 'phone');
      await enterPerson(scene, member);
      await scene.shopper.popup.seesTitle(KO.codeTitle);
    },
    act: ({ shopper }) => shopper.popup.type(KO.code, '000000'),
  },
  {
    call: 'requestPush',
    codes: ['2400'],
    title: KO.pushTitle,
    reach: (scene) => chooseMethod(scene, 'push'),
    act: sendPush,
  },
  {
    call: 'awaitPush',
    leaves: true,
    codes: ['2401', '2402', ...MEMBER],
    title: KO.pushTitle,
    reach: (scene) => chooseMethod(scene, 'push'),
    act: sendPush,
  },
  {
    call: 'enterNewPin',
    codes: ['2500', '2501', '2505'],
    member: ['ready', 'no-pin'],
    title: KO.newPinTitle,
    async reach(scene, member) {
      await identify(scene, 'card', member);
      await scene.shopper.popup.seesTitle(KO.newPinTitle);
    },
    act: ({ shopper }) => shopper.enterPin(NEW_PIN),
  },
  {
    call: 'confirmNewPin',
    codes: ['2500', '2501', '2505'],
    member: ['ready', 'no-pin'],
    title: KO.confirmPinTitle,
    async reach(scene, member) {
      await identify(scene, 'card', member);
      await scene.shopper.popup.seesTitle(KO.newPinTitle);
      await scene.shopper.enterPin(NEW_PIN);
      await scene.shopper.popup.seesTitle(KO.confirmPinTitle);
    },
    act: ({ shopper }) => shopper.enterPin(NEW_PIN),
  },
  {
    call: 'verifyPin',
    codes: ['2502', '2503', '2504'],
    title: KO.pinTitle,
    async reach(scene, member) {
      await identify(scene, 'card', member);
      await scene.shopper.popup.seesTitle(KO.pinTitle);
    },
    act: (scene, member) => givePin(scene, member.pin as string),
  },
  {
    call: 'forgetPin',
    codes: [],
    title: KO.pinTitle,
    async reach(scene, member) {
      await identify(scene, 'card', member);
      await scene.shopper.popup.seesTitle(KO.pinTitle);
    },
    act: ({ shopper }) => shopper.popup.press(KO.forgotPin),
  },
  {
    call: 'restart',
    codes: [],
    title: KO.pinTitle,
    async reach(scene, member) {
      await identify(scene, 'card', member);
      await scene.shopper.popup.seesTitle(KO.pinTitle);
    },
    act: ({ shopper }) => shopper.popup.press(KO.back),
  },
  {
    call: 'authorize',
    codes: PAYMENT,
    title: KO.pointsTitle,
    reach: (scene, member) => reachPoints(scene, member),
    act: (scene) => usePoints(scene, 100),
  },
];

const told = new Set<ErrorCode>();

/**
 * Those of the codes that lead to this and that no call before was refused with; at least one. So every code is told once, and every
 * call tells of every kind; that the call makes no difference is shown for all of them by test/ui/reduce.refusals.test.ts.
 */
function notToldYet(codes: ErrorCode[], next: 'reauthenticate' | 'stop'): ErrorCode[] {
  const all = codes.filter((code) => ERRORS[code].next === next);
  const fresh = all.filter((code) => !told.has(code));
  for (const code of fresh) told.add(code);
  return fresh.length > 0 ? fresh : all.slice(0, 1);
}

for (const { call, codes, member: traits = ['ready', 'has-pin'], reach, act, title, leaves } of STAGES) {
  const all = [...new Set([...ANY, ...codes])];
  const retries = all.filter((code) => ERRORS[code].next === 'retry');
  const back = notToldYet(all, 'reauthenticate');
  const stops = notToldYet(all, 'stop');

  test(`${call}: errors are said where they belong`, async ({ scene, shopper, sandbox, issueToken, merchantPage }) => {
    test.setTimeout(240_000);
    const { popup } = shopper;
    const member = await sandbox.member(...traits);
    let told = 0;

    const begin = async () => {
      await shopper.page.type('mctTrToken', await issueToken());
      await shopper.page.press(SHOW);
      await reach(scene, member);
    };
    const fail = async (errorCode: ErrorCode) => {
      await sandbox.fault({ call, errorCode });
      await act(scene, member);
    };
    const close = async (code: ErrorCode) => {
      await sandbox.clearFaults();
      await popup.press(KO.close);
      await shopper.layerIs('gone');
      told += 1;
      const events = await shopper.events(told);
      expect(events).toHaveLength(told);
      expect(events[told - 1]).toMatchObject({
        name: 'POINTS_AUTH_FAILED',
        result: { errorObject: { errorCode: code } },
      });
    };

    await shopper.open(await merchantPage());
    for (const [i, code] of retries.entries()) {
      await test.step(`${code} stays`, async () => {
        if (i === 0 || leaves) await begin();
        await fail(code);
        await popup.seesAlert(ERRORS[code].ko);
        await popup.seesTitle(title);
        await sandbox.clearFaults();
        if (leaves || i === retries.length - 1) await close('2002');
      });
    }
    for (const code of back) {
      await test.step(`${code} asks who one is`, async () => {
        await begin();
        await fail(code);
        await popup.seesTitle(KO.methodTitle);
        await popup.seesAlert(ERRORS[code].ko);
        await close('2002');
      });
    }
    for (const code of stops) {
      await test.step(`${code} ends it`, async () => {
        await begin();
        await fail(code);
        await popup.seesTitle(ERRORS[code].ko);
        await popup.sees(new RegExp(code));
        await close(code);
      });
    }
  });
}

test('resendCode: what can be tried again is said on the code screen, the rest is not', async ({
  page,
  scene,
  shopper,
  sandbox,
  merchantPage,
  issueToken,
}) => {
  test.setTimeout(120_000);
  const member = await sandbox.member('ready', 'has-pin');
  await page.clock.install();
  await shopper.open(await merchantPage());
  const codes: ErrorCode[] = ['5000', '2100', '2203', '9999'];
  for (const code of codes) {
    await test.step(code, async () => {
      const { next, ko } = ERRORS[code];
      await shopper.page.type('mctTrToken', await issueToken());
      await shopper.page.press(SHOW);
      await chooseMethod(scene, 'phone');
      await enterPerson(scene, member);
      await shopper.popup.seesTitle(KO.codeTitle);
      await page.clock.runFor(11_000);
      await sandbox.fault({ call: 'resendCode', errorCode: code });
      await shopper.popup.press(KO.resend);
      if (next === 'stop') await shopper.popup.seesTitle(ko);
      else {
        await shopper.popup.seesAlert(ko);
        await shopper.popup.seesTitle(next === 'retry' ? KO.codeTitle : KO.methodTitle);
      }
      await sandbox.clearFaults();
      await shopper.popup.press(KO.close);
      await page.clock.runFor(1_000);
      await shopper.layerIs('gone');
      await sandbox.reset();
    });
  }
});

test('open: what can be tried again is offered so, the rest stops', async ({
  shopper,
  sandbox,
  merchantPage,
  issueToken,
}) => {
  const { popup } = shopper;
  await shopper.open(await merchantPage());
  const codes: ErrorCode[] = ['1000', '2000', '4000', '4001', '4062', '5000', '9000', '9999'];
  for (const [i, code] of codes.entries()) {
    await test.step(code, async () => {
      const { next, ko } = ERRORS[code];
      await shopper.page.type('mctTrToken', await issueToken());
      await sandbox.fault({ call: 'open', errorCode: code });
      await shopper.page.press(SHOW);
      if (next === 'stop') {
        await popup.seesTitle(ko);
        await sandbox.clearFaults();
      } else {
        await popup.seesAlert(ko);
        await sandbox.clearFaults();
        await popup.press(KO.again);
        await popup.seesTitle(KO.methodTitle);
      }
      await popup.press(KO.close);
      await shopper.layerIs('gone');
      const events = await shopper.events(i + 1);
      expect(events[i]?.result.errorObject?.errorCode).toBe(next === 'stop' ? code : '2002');
    });
  }
});

test('a code that the merchant’s server got is told to its caller', async ({ sandbox }) => {
  const merchant = await sandbox.merchant();
  for (const code of ['3039', '4018', '5000', '9000'] as const) {
    const { status } = ERRORS[code];
    await sandbox.fault({ call: '*', errorCode: code });
    await expect(merchant.issueToken({ mctAmount: 1 })).rejects.toMatchObject({ code, status });
    const isUndecided = ['5000', '9000'].includes(code);
    // What 5000 and 9000 leave open is asked again and again: the kit's own tests wait for it, with a clock of their own.
    if (!isUndecided) {
      const used = await merchant.use({ mctTransactionId: `faulty-${code}`, ocbUseTrAuthToken: 'x'.repeat(128) });
      expect(used).toMatchObject({ outcome: 'refused', error: { code, status } });
    }
    await sandbox.clearFaults();
  }
});
