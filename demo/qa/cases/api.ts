import type { Area, Words } from './case';
import { CLOSE, GONE, PIN, pressButton, SHOW, usePoints } from './wording';

const CLOSED = 'any POINTS_AUTH_FAILED 2002';
const MINUTES_31_MS = 1_860_000;

const FIRST_SCREEN: Words = {
  ko: '팝업이 바로 열리고 “본인 확인 방법을 선택해 주세요”가 보여요.',
  en: 'The popup opens at once and asks how you would like to confirm that it is you.',
};
const STOPPED: Words = {
  ko: '열 수 없다는 말과 무엇을 하면 되는지가 보여요. 코드 1000은 작은 글씨예요.',
  en: 'It says that it cannot be opened, and what to do; the code 1000 is in small print.',
};

/** Every member of the script's API, and what tokens can be. */
export const API: Area = {
  id: 'api',
  title: { ko: '스크립트 API', en: 'Script API' },
  cases: [
    {
      id: 'show-with-params',
      title: { ko: 'show(params)로 토큰 넘기기', en: 'Pass the tokens to show(params)' },
      prepare: {},
      start: 'show',
      steps: [SHOW, CLOSE],
      expected: [FIRST_SCREEN, GONE],
      check: { facts: [CLOSED] },
    },
    {
      id: 'set-params',
      title: { ko: 'setParams로 토큰 넘기기', en: 'Pass the tokens to setParams' },
      prepare: {},
      start: 'setParams',
      steps: [SHOW, CLOSE],
      expected: [FIRST_SCREEN, GONE],
      check: { facts: [CLOSED] },
    },
    {
      id: 'promised-token',
      title: { ko: '토큰이 5초 뒤에 올 때', en: 'A token that comes 5 seconds later' },
      prepare: {},
      start: 'promise',
      steps: [
        SHOW,
        { ko: '5초쯤 기다린 뒤 **닫기**를 누르세요.', en: 'Wait for some 5 seconds, then press **Close**.' },
      ],
      expected: [
        {
          ko: '팝업은 바로 열려 곧 올 화면의 자리를 보여 주고, 토큰이 오면 첫 화면이 돼요.',
          en: 'The popup opens at once with the place of the screen to come, and becomes the first screen when the token is there.',
        },
      ],
      check: { facts: [CLOSED] },
    },
    {
      id: 'on-name',
      title: { ko: 'on(이름, fn)은 그 이벤트만 들어요', en: 'on(name, fn) hears that event only' },
      prepare: {},
      listeners: ['authenticated', 'failed'],
      steps: [SHOW, CLOSE],
      expected: [
        { ko: '“일어난 일”에 failed가 한 번만 있어요.', en: '“What happened” has failed, once, and nothing else.' },
      ],
      check: { facts: ['failed POINTS_AUTH_FAILED 2002'] },
    },
    {
      id: 'on-any',
      title: { ko: 'on(fn)과 on(이름, fn)을 함께', en: 'on(fn) and on(name, fn) together' },
      prepare: {},
      listeners: ['any', 'failed'],
      steps: [SHOW, CLOSE],
      expected: [
        { ko: '“일어난 일”에 any와 failed가 한 번씩 있어요.', en: '“What happened” has any and failed, once each.' },
      ],
      check: { facts: [CLOSED, 'failed POINTS_AUTH_FAILED 2002'] },
    },
    {
      id: 'off-any',
      title: { ko: 'off(fn)은 그만 들어요', en: 'off(fn) stops listening' },
      prepare: {},
      listeners: ['any', 'failed'],
      buttons: ['offAny', 'show'],
      steps: [pressButton('off(fn)'), SHOW, CLOSE],
      expected: [{ ko: '“일어난 일”에 failed만 있어요.', en: '“What happened” has failed only.' }],
      check: { facts: ['failed POINTS_AUTH_FAILED 2002'] },
    },
    {
      id: 'off-name',
      title: { ko: 'off(이름, fn)은 그 이벤트만 그만 들어요', en: 'off(name, fn) stops listening to that event' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      listeners: ['any', 'authenticated'],
      buttons: ['offAuthenticated', 'show'],
      steps: [pressButton("off('POINTS_AUTHENTICATED', fn)"), SHOW, PIN, usePoints(100)],
      expected: [{ ko: '“일어난 일”에 any만 있어요.', en: '“What happened” has any only.' }],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'spaced-name',
      title: { ko: '규격서 예제의 띄어 쓴 이름', en: 'The name with a space, as in the specification’s sample' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      listeners: ['spaced'],
      steps: [SHOW, PIN, usePoints(100)],
      expected: [
        {
          ko: "on('POINTS AUTHENTICATED', fn)도 결과를 받아요.",
          en: "on('POINTS AUTHENTICATED', fn) gets the result as well.",
        },
      ],
      check: { facts: ['spaced POINTS_AUTHENTICATED'] },
    },
    {
      id: 'is-show',
      title: { ko: 'isShow()는 열려 있을 때만 true', en: 'isShow() is true only while it is open' },
      prepare: {},
      buttons: ['isShow', 'isShowLater', 'show'],
      steps: [
        pressButton('isShow()'),
        {
          ko: '**5초 뒤 isShow()**를 누르고 곧바로 **show()**를 누르세요. 6초쯤 기다려 **닫기**를 누르세요.',
          en: 'Press **isShow() in 5 s**, and **show()** at once. Wait for some 6 seconds, then press **Close**.',
        },
        { ko: '다시 **isShow()**를 누르세요.', en: 'Press **isShow()** again.' },
      ],
      expected: [{ ko: '차례로 false, true, false예요.', en: 'It is false, true, false.' }],
      check: { facts: ['isShow false', 'isShow true', CLOSED, 'isShow false'] },
    },
    {
      id: 'show-twice',
      title: { ko: '열려 있을 때의 show()는 무시해요', en: 'show() while it is open is ignored' },
      prepare: {},
      buttons: ['showLater', 'show'],
      steps: [
        {
          ko: '**5초 뒤 show()**를 누르고 곧바로 **show()**를 누르세요. 6초쯤 기다려 **닫기**를 누르세요.',
          en: 'Press **show() in 5 s**, and **show()** at once. Wait for some 6 seconds, then press **Close**.',
        },
      ],
      expected: [
        {
          ko: '5초가 되어도 아무것도 깜박이거나 바뀌지 않아요. 한 번 닫으면 그대로 닫혀 있어요.',
          en: 'Nothing flickers or changes after 5 seconds. Closed once, it stays closed.',
        },
      ],
      check: { facts: [CLOSED] },
    },
    {
      id: 'two-instances',
      title: { ko: '한 페이지의 두 인스턴스', en: 'Two instances on one page' },
      prepare: {},
      buttons: ['secondShowLater', 'show'],
      steps: [
        {
          ko: '**5초 뒤 다른 인스턴스의 show()**를 누르고 곧바로 **show()**를 누르세요.',
          en: 'Press **show() of another instance in 5 s**, and **show()** at once.',
        },
        { ko: '6초쯤 기다려 **닫기**를 누르세요.', en: 'Wait for some 6 seconds, then press **Close**.' },
      ],
      expected: [
        {
          ko: '5초가 되면 첫 팝업이 끝나고(2002) 새 팝업이 열려요. 팝업은 늘 하나예요.',
          en: 'After 5 seconds the first popup ends (2002) and a new one opens. There is only ever one.',
        },
      ],
      check: { facts: [CLOSED, CLOSED] },
    },
    {
      id: 'no-token',
      title: { ko: '토큰 없이 열기', en: 'Open without a token' },
      prepare: { token: 'none' },
      steps: [SHOW],
      expected: [
        {
          ko: '팝업이 열리지 않고 바로 1000이 와요. errorDetailMessage에 고칠 방법이 있어요.',
          en: 'No popup opens, and 1000 arrives at once. Its errorDetailMessage says what to change.',
        },
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 1000'] },
    },
    {
      id: 'wrong-token',
      title: { ko: '없는 토큰으로 열기', en: 'Open with a token that is none' },
      prepare: { token: 'wrong' },
      steps: [SHOW, CLOSE],
      expected: [STOPPED],
      check: { facts: ['any POINTS_AUTH_FAILED 1000'] },
    },
    {
      id: 'expired-token',
      title: { ko: '30분이 지난 토큰', en: 'A token that is older than 30 minutes' },
      prepare: { clockMs: MINUTES_31_MS },
      steps: [SHOW, CLOSE],
      expected: [STOPPED],
      check: { facts: ['any POINTS_AUTH_FAILED 1000'] },
    },
    {
      id: 'spent-token',
      title: { ko: '이미 쓴 토큰으로 다시 열기', en: 'Open again with a token that is spent' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      steps: [SHOW, PIN, usePoints(100), { ko: '다시 **show()**를 누르세요.', en: 'Press **show()** again.' }, CLOSE],
      expected: [STOPPED],
      check: { facts: ['any POINTS_AUTHENTICATED', 'any POINTS_AUTH_FAILED 1000'] },
    },
    {
      id: 'second-merchant',
      title: { ko: '다른 가맹점', en: 'Another merchant' },
      prepare: { merchant: 1, mctAmount: 55_000 },
      steps: [SHOW, CLOSE],
      expected: [
        {
          ko: '팝업 위쪽에 달빛마트와 55,000원이 보여요.',
          en: 'The top of the popup shows 달빛마트 and ₩55,000.',
        },
      ],
      check: { facts: [CLOSED] },
    },
  ],
};
