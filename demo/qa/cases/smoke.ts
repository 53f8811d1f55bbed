import type { Area } from './case';
import {
  BY_APP,
  BY_CARD,
  BY_PHONE,
  CLOSE,
  CLOSE_BUTTON,
  GONE,
  NEW_PIN,
  OPEN_SIDE,
  PIN,
  SHOW,
  usePoints,
} from './wording';

/** Ten minutes: each way in, each way out, and the money. */
export const SMOKE: Area = {
  id: 'smoke',
  title: { ko: '스모크 테스트 (10분)', en: 'Smoke test (10 minutes)' },
  cases: [
    {
      id: 'first-payment-by-phone',
      title: { ko: '휴대폰 본인인증으로 처음 결제하기', en: 'Pay the first time, by phone' },
      prepare: { member: ['ready', 'no-pin'] },
      buttons: ['show', 'use'],
      steps: [
        OPEN_SIDE,
        SHOW,
        BY_PHONE,
        NEW_PIN,
        usePoints(1_000),
        { ko: '팝업이 사라지면 **서버: use**를 누르세요.', en: 'Once the popup is gone, press **Server: use**.' },
      ],
      expected: [
        {
          ko: '한 화면에서 한 가지만 물어요. 칸을 다 채우면 다음 칸으로 스스로 넘어가요.',
          en: 'Each screen asks for one thing. When a field is complete, the next one comes by itself.',
        },
        {
          ko: '마지막에 “1,000 P를 쓸 준비가 됐어요”가 2초쯤 보이고 팝업이 사라져요.',
          en: 'At the end the popup says that 1,000 P are ready, for two seconds or so, and goes away.',
        },
      ],
      check: {
        facts: ['any POINTS_AUTHENTICATED', 'use approved'],
        result: { mctAmount: 30_000, usePoint: 1_000 },
      },
    },
    {
      id: 'return-visit',
      title: { ko: '다시 온 손님은 결제비밀번호만 입력하기', en: 'A returning shopper: PIN only' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      steps: [OPEN_SIDE, SHOW, PIN, usePoints(2_000)],
      expected: [
        {
          ko: '본인 확인 없이 바로 “결제비밀번호를 입력해 주세요”가 보여요.',
          en: 'The popup asks for the payment PIN at once, without identification.',
        },
        {
          ko: '숫자 배열이 섞여 있고, 누를 때마다 점이 하나씩 차요.',
          en: 'The digits are shuffled; each press fills one dot.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'], result: { usePoint: 2_000 } },
    },
    {
      id: 'by-card',
      title: { ko: '카드로 인증하기', en: 'Identify by card' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [OPEN_SIDE, SHOW, BY_CARD, PIN, usePoints(500)],
      expected: [
        {
          ko: '카드번호가 네 자리씩 띄어서 보여요. 온라인 비밀번호는 점으로 가려져요.',
          en: 'The card number is shown in groups of four, the online password as dots.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'], result: { usePoint: 500 } },
    },
    {
      id: 'by-app',
      title: { ko: 'OK캐쉬백 앱으로 인증하기', en: 'Identify by the app' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [
        OPEN_SIDE,
        SHOW,
        BY_APP,
        {
          ko: '보조 창에서 팝업에 보이는 **확인 번호** 두 자리를 적고 **승인**을 누르세요.',
          en: 'In the second window, type the two digits of the popup’s **Confirmation number** and press **Approve**.',
        },
        PIN,
        usePoints(700),
      ],
      expected: [
        {
          ko: '확인 번호와 남은 시간이 보이고, 승인하면 2초 안에 스스로 넘어가요.',
          en: 'The confirmation number and the time left are shown. Once approved, it moves on by itself within two seconds.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'], result: { usePoint: 700 } },
    },
    {
      id: 'close',
      title: { ko: '첫 화면에서 닫기', en: 'Close on the first screen' },
      prepare: {},
      steps: [SHOW, CLOSE],
      expected: [
        {
          ko: '아무것도 입력하지 않았으니 묻지 않고 닫혀요.',
          en: 'Nothing was typed, so it closes without a question.',
        },
        GONE,
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 2002'] },
    },
    {
      id: 'force-close',
      title: { ko: '가맹점이 강제로 닫기', en: 'The merchant closes it' },
      prepare: {},
      buttons: ['forceCloseLater', 'show', 'isShow'],
      steps: [
        {
          ko: '**5초 뒤 forceClose()**를 누르고 곧바로 **show()**를 누르세요.',
          en: 'Press **forceClose() in 5 s**, then **show()** right away.',
        },
        { ko: '팝업이 사라지면 **isShow()**를 누르세요.', en: 'Once the popup is gone, press **isShow()**.' },
      ],
      expected: [
        { ko: '팝업이 열렸다가 5초가 지나면 바로 사라져요.', en: 'The popup opens, and closes after 5 seconds.' },
        GONE,
      ],
      check: { facts: ['forceClose', 'isShow false'] },
    },
    {
      id: 'wrong-pin-once',
      title: { ko: '결제비밀번호를 한 번 틀리기', en: 'A wrong PIN, then the right one' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      steps: [
        OPEN_SIDE,
        SHOW,
        { ko: '결제비밀번호로 135792를 누르세요. 틀린 번호예요.', en: 'Press 135792, which is not the PIN.' },
        { ko: '이번에는 맞는 번호를 누르세요.', en: 'Now press the right one.' },
        usePoints(300),
      ],
      expected: [
        {
          ko: '틀렸다는 말과 “4번 더 틀리면 초기화돼요”가 점 위에 보이고, 점이 비워져요.',
          en: 'It says that the PIN isn’t right and that 4 tries are left, and the dots are empty again.',
        },
        { ko: '숫자 배열이 새로 섞여요.', en: 'The digits are shuffled anew.' },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'], result: { usePoint: 300 } },
    },
    {
      id: 'points-and-dutum',
      title: { ko: '두툼 포인트와 함께 쓰기', en: 'Use Dutum points as well' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      steps: [
        OPEN_SIDE,
        SHOW,
        PIN,
        {
          ko: '**나눠 쓰기**를 눌러 **OK캐쉬백 포인트** 2,000과 **두툼 포인트** 1,000을 적고 **3,000 P 사용하기**를 누르세요.',
          en: 'Press **Split points**, type 2,000 **OK Cashbag points** and 1,000 **Dutum points**, and press **Use 3,000 P**.',
        },
      ],
      expected: [
        {
          ko: '쓸 포인트를 바꾸면 남은 결제 금액도 바로 바뀌어요.',
          en: '“Left to pay” changes as you change the points.',
        },
      ],
      check: {
        facts: ['any POINTS_AUTHENTICATED'],
        result: { mctAmount: 30_000, dutumPoint: 1_000, usePoint: 3_000 },
      },
    },
    {
      id: 'maintenance',
      title: { ko: '점검 중이면 이유를 알리고 끝내기', en: 'Say so under maintenance' },
      prepare: { faults: [{ call: 'open', errorCode: '9000', times: 1 }] },
      steps: [SHOW, CLOSE_BUTTON],
      expected: [
        {
          ko: '무슨 일인지와 무엇을 하면 되는지 쉬운 말로 보이고, “오류 코드 9000”은 작은 글씨예요.',
          en: 'It says in plain words what happened and what to do; “Error code 9000” is in small print.',
        },
        GONE,
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 9000'] },
    },
    {
      id: 'part-of-an-order',
      title: { ko: '결제를 취소하고 일부만 다시 쓰기', en: 'Pay, cancel, and use a part' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      buttons: ['show', 'use', 'cancel', 'usePart', 'result'],
      steps: [
        OPEN_SIDE,
        SHOW,
        PIN,
        usePoints(4_000),
        {
          ko: '팝업이 사라지면 **서버: use**, **서버: cancel**, **서버: usePart**, **서버: result**를 이 순서대로, 앞의 것이 “일어난 일”에 나온 다음에 누르세요.',
          en: 'Once the popup is gone, press **Server: use**, **Server: cancel**, **Server: usePart** and **Server: result**, each once “What happened” shows the one before.',
        },
      ],
      expected: [
        {
          ko: '“일어난 일”에 승인된 응답이 차례로 보이고, usePart의 useOcbPoint는 use의 절반이에요.',
          en: '“What happened” shows each approval; the useOcbPoint of usePart is half of that of use.',
        },
      ],
      check: {
        facts: ['any POINTS_AUTHENTICATED', 'use approved', 'cancel approved', 'usePart approved', 'result 0000'],
        result: { usePoint: 4_000 },
      },
    },
    {
      id: 'save-and-cancel',
      title: { ko: '적립하고 적립 취소하기', en: 'Earn points, then cancel' },
      prepare: { member: ['ready', 'has-pin'] },
      buttons: ['save', 'cancelSave', 'result'],
      steps: [
        {
          ko: '**서버: save**, **서버: cancelSave**, **서버: result**를 이 순서대로, 앞의 것이 “일어난 일”에 나온 다음에 누르세요. 팝업은 열리지 않아요.',
          en: 'Press **Server: save**, **Server: cancelSave** and **Server: result**, each once “What happened” shows the one before. There is no popup.',
        },
      ],
      expected: [
        { ko: '“일어난 일”에 승인번호 nxAuthNo가 보여요.', en: '“What happened” shows the approval number nxAuthNo.' },
      ],
      check: { facts: ['save approved', 'cancelSave approved', 'result 0000'] },
    },
    {
      id: 'other-language',
      title: { ko: '영어 팝업', en: 'The popup in Korean' },
      prepare: {},
      isInOtherLanguage: true,
      steps: [
        SHOW,
        {
          ko: '화면을 읽어 보고 오른쪽 위의 **Close**(✕)를 누르세요.',
          en: 'Look at the screen, and press **닫기** (✕) at its top right.',
        },
      ],
      expected: [
        {
          ko: '가게 이름 말고는 모두 영어이고, 잘리거나 겹치는 글이 없어요.',
          en: 'Everything is in Korean, and no text is cut off or overlaps.',
        },
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 2002'] },
    },
  ],
};
