import type { Area } from './case';
import { BY_CARD, CLOSE, CLOSE_BUTTON, GONE, OPEN_SIDE, PIN, SHOW, usePoints } from './wording';

const FRESH_WINDOW = {
  ko: '이 사례는 새 시크릿(InPrivate) 창에서 이 페이지를 다시 열어 하세요. 브라우저가 팝업을 보관하고 있으면 보이지 않아요.',
  en: 'Open this page again in a new private (InPrivate) window for this case: a browser that has kept the popup does not show it.',
};

/** The network, the front server and the systems behind it fail. */
export const TROUBLE: Area = {
  id: 'trouble',
  title: { ko: '문제가 생겼을 때', en: 'When something fails' },
  cases: [
    {
      id: 'slow-opening',
      title: { ko: '여는 데 오래 걸릴 때', en: 'Slow to open' },
      prepare: { faults: [{ call: 'open', delayMs: 20_000, times: 1 }] },
      steps: [
        SHOW,
        {
          ko: '10초쯤 기다려 **다시 시도**가 나오면 누르고, 첫 화면이 보이면 **닫기**를 누르세요.',
          en: 'Wait for some 10 seconds, press **Try again** when it is offered, and **Close** on the first screen.',
        },
      ],
      expected: [
        {
          ko: '10초가 지나면 늦어진다고 말해요. 다시 시도하면 바로 열려요.',
          en: 'After 10 seconds it says that it takes long. Tried again, it opens at once.',
        },
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 2002'] },
    },
    {
      id: 'identification-down',
      title: { ko: '인증 시스템이 잠깐 안 될 때', en: 'The identification system fails once' },
      prepare: { member: ['ready', 'has-pin'], faults: [{ call: 'identifyByCard', errorCode: '2100', times: 1 }] },
      steps: [
        SHOW,
        BY_CARD,
        {
          ko: '**온라인 비밀번호**를 다시 입력하고 **인증하기**를 누르세요.',
          en: 'Type the **Online password** again and press **Confirm it’s me**.',
        },
        PIN,
        usePoints(100),
      ],
      expected: [
        {
          ko: '잠시 문제가 있었다고 하고 카드번호가 남아 있어요. 다시 누르면 이어져요.',
          en: 'It says that something failed; the card number stays. Pressed again, it goes on.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'lost-response',
      title: { ko: '마지막 응답을 잃었을 때', en: 'The last response is lost' },
      prepare: {
        member: ['ready', 'has-pin'],
        isReturning: true,
        faults: [{ call: 'authorize', drop: true, after: true, times: 1 }],
      },
      buttons: ['show', 'use'],
      steps: [
        SHOW,
        PIN,
        usePoints(1_000),
        {
          ko: '다시 하라고 하면 한 번 더 누르고, 팝업이 사라지면 **서버: use**를 누르세요.',
          en: 'If it asks you to try again, press once more; once the popup is gone, press **Server: use**.',
        },
      ],
      expected: [
        {
          ko: '조금 늦더라도 이어지고, 포인트는 한 번만, 1,000P만 쓰여요.',
          en: 'It goes on, if a little later, and points are used once only: 1,000.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED', 'use approved'], result: { usePoint: 1_000 } },
    },
    {
      id: 'stopped-at-pin',
      title: { ko: '도중에 점검이 시작될 때', en: 'Maintenance begins half way' },
      prepare: {
        member: ['ready', 'has-pin'],
        isReturning: true,
        faults: [{ call: 'verifyPin', errorCode: '9000', times: 1 }],
      },
      steps: [SHOW, PIN, CLOSE],
      expected: [
        {
          ko: '점검 중이라는 말과 다음에 할 일이 보이고, 닫으면 9000이 와요.',
          en: 'It says that there is maintenance, and what to do; closed, 9000 arrives.',
        },
        GONE,
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 9000'] },
    },
    {
      id: 'popup-not-served',
      title: { ko: '팝업을 줄 수 없을 때 (새 시크릿 창)', en: 'The popup cannot be served (private window)' },
      prepare: { faults: [{ call: 'popup', errorCode: '9999' }] },
      steps: [FRESH_WINDOW, SHOW, CLOSE_BUTTON],
      expected: [
        {
          ko: '브라우저의 오류 화면이 아니라, 열지 못했다는 말과 **다시 시도**, **닫기**가 보여요.',
          en: 'Not the browser’s error page: it says that it could not be opened, with **Try again** and **Close**.',
        },
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 9999'] },
    },
    {
      id: 'popup-unreachable',
      title: { ko: '팝업에 연결되지 않을 때 (새 시크릿 창)', en: 'The popup cannot be reached (private window)' },
      prepare: { faults: [{ call: 'popup', drop: true }] },
      buttons: ['show', 'clearFaults'],
      steps: [
        FRESH_WINDOW,
        OPEN_SIDE,
        SHOW,
        {
          ko: '연결하지 못했다는 말이 나오면 보조 창에서 **장애 지우기**를 누르고, 팝업에서 **다시 시도**를 누르세요.',
          en: 'When it says that there is no connection, press **Clear faults** in the second window, and **Try again** in the popup.',
        },
        CLOSE,
      ],
      expected: [
        {
          ko: '0.1초 안에 이름과 **닫기**가 있는 카드가 나오고, 늦어도 10초 뒤 연결하지 못했다고 해요.',
          en: 'A card with the name and **Close** is there at once; after 10 s at most it says that it cannot be reached.',
        },
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 2002'] },
    },
  ],
};
