import type { Area } from './case';
import { BY_CARD, NEW_PIN, PIN, SHOW, usePoints } from './wording';

/** How many points, of which kind. */
export const POINTS: Area = {
  id: 'points',
  title: { ko: '포인트', en: 'Points' },
  cases: [
    {
      id: 'most-points',
      title: { ko: '가장 많이 쓰기: 두툼 먼저', en: 'The most that can be used: dutum points first' },
      prepare: { member: ['ready', 'dutum'], mctAmount: 29_000 },
      steps: [
        SHOW,
        BY_CARD,
        NEW_PIN,
        {
          ko: '채워진 그대로 **29,000 P 사용하기**를 누르세요.',
          en: 'Press **Use 29,000 P**, as it is filled in.',
        },
      ],
      expected: [
        {
          ko: '29,000이 채워져 있고, 두툼 5,000 + OK캐쉬백 24,000이라고 보여요.',
          en: '29,000 is filled in: 5,000 dutum and 24,000 OK Cashbag points.',
        },
        {
          ko: '30,000원부터 쓸 수 있는 두툼 포인트는 왜 못 쓰는지와 함께 보여요.',
          en: 'The dutum points from a purchase of ₩30,000 are shown with the reason why not.',
        },
      ],
      check: {
        facts: ['any POINTS_AUTHENTICATED'],
        result: { mctAmount: 29_000, dutumPoint: 5_000, usePoint: 29_000 },
      },
    },
    {
      id: 'amount-zero',
      title: { ko: '구매 금액이 0일 때', en: 'A purchase amount of 0' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true, mctAmount: 0 },
      steps: [SHOW, PIN, usePoints(1_000)],
      expected: [
        {
          ko: '쓸 포인트가 비어 있고, 남은 결제 금액은 보이지 않아요.',
          en: 'No amount is filled in, and nothing is said of what is left to pay.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'], result: { mctAmount: 0, usePoint: 1_000 } },
    },
    {
      id: 'promoted-product',
      title: { ko: '행사 상품의 두툼 포인트 (eventInfo)', en: 'Dutum points of a promoted product (eventInfo)' },
      prepare: {
        member: ['product-dutum'],
        isReturning: true,
        eventInfo: { promotionCode: 'COFFEE2026', eventPrctVolume: 1, eventPrctAmout: 12_000 },
      },
      steps: [
        SHOW,
        PIN,
        {
          ko: '**직접 입력**으로 2,000을 적고 **2,000 P 사용하기**를 누르세요. 두툼 포인트가 먼저 쓰여요.',
          en: 'Choose **Enter amount**, type 2,000, and press **Use 2,000 P**: dutum points are used first.',
        },
      ],
      expected: [
        {
          ko: '원두 행사 두툼 2,000P는 쓸 수 있고, 드리퍼 행사 두툼은 왜 못 쓰는지 보여요.',
          en: 'The 2,000 points of the coffee promotion can be used; those of the other one say why not.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'], result: { dutumPoint: 2_000, usePoint: 2_000 } },
    },
    {
      id: 'charge',
      title: { ko: '모자란 포인트를 PAYCO로 충전하기', en: 'Top up missing points with PAYCO' },
      prepare: { member: ['payco', 'short'], isReturning: true },
      buttons: ['show', 'use'],
      steps: [
        SHOW,
        PIN,
        {
          ko: '**직접 입력**으로 5,000을 적고, 모자란 4,000P를 **부족한 포인트 충전**으로 채워 **5,000 P 사용하기**를 누르세요.',
          en: 'Choose **Enter amount**, type 5,000, tick **Top up with PAYCO** for the missing 4,000, and press **Use 5,000 P**.',
        },
        { ko: '팝업이 사라지면 **서버: use**를 누르세요.', en: 'Once the popup is gone, press **Server: use**.' },
      ],
      expected: [
        { ko: '얼마를 충전하는지 누르기 전에 보여요.', en: 'How much is topped up is shown before it is pressed.' },
        { ko: 'use의 chargePoint는 4000이에요.', en: 'The chargePoint of use is 4000.' },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED', 'use approved'], result: { usePoint: 5_000 } },
    },
    {
      id: 'few-points',
      title: { ko: '포인트가 조금뿐일 때', en: 'A member with few points' },
      prepare: { member: ['short', 'has-pin'], isReturning: true },
      steps: [
        SHOW,
        PIN,
        { ko: '300P보다 많이 써 보고, 그다음 300P를 쓰세요.', en: 'Try to use more than 300 points, then use 300.' },
      ],
      expected: [
        {
          ko: '300P까지만 쓸 수 있다는 까닭이 보여요. PAYCO 충전은 나오지 않아요.',
          en: 'It says why no more than 300 can be used. PAYCO is not offered.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'], result: { usePoint: 300 } },
    },
    {
      id: 'most-at-once',
      title: { ko: '한 번에 50만 포인트까지', en: 'At most 500,000 points at once' },
      prepare: { member: ['rich', 'has-pin'], isReturning: true, mctAmount: 1_000_000 },
      steps: [SHOW, PIN, usePoints(500_000)],
      expected: [
        {
          ko: '더 많이 가지고 있어도 500,000P까지이고, 까닭이 보여요.',
          en: 'No more than 500,000 can be used, however many there are, and it says why.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'], result: { usePoint: 500_000 } },
    },
    {
      id: 'seventh-tap',
      title: { ko: '결제비밀번호 끝에 한 번 더 누르기', en: 'One tap too many after the PIN' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      steps: [
        SHOW,
        {
          ko: '결제비밀번호를 빠르게 누르고, 같은 자리를 곧바로 한두 번 더 누르세요.',
          en: 'Press the PIN quickly, and go on pressing at the same place once or twice.',
        },
        usePoints(100),
      ],
      expected: [
        {
          ko: '포인트 화면에서 저절로 결제되지 않아요.',
          en: 'The points screen does not spend anything by itself.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
  ],
};
