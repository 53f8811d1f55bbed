import type { Area, Words } from './case';
import { BY_APP, BY_CARD, CLOSE, NEW_PIN, OPEN_SIDE, PIN, SHOW, usePoints } from './wording';

const STOP_WITH = (ko: string, en: string): Words => ({
  ko: `${ko} 까닭과 다음에 할 일이 쉬운 말로 보여요.`,
  en: `${en} It says why and what to do next, in plain words.`,
});

/** The three ways to say who one is, and what goes wrong in each. */
export const IDENTIFICATION: Area = {
  id: 'identification',
  title: { ko: '본인 확인', en: 'Identification' },
  cases: [
    {
      id: 'wrong-card-password',
      title: { ko: '카드: 온라인 비밀번호를 한 번 틀리기', en: 'Card: a wrong online password' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [
        SHOW,
        {
          ko: '**카드 인증**에서 온라인 비밀번호로 wrong을 입력하고 **인증하기**를 누르세요.',
          en: 'Choose **Card**, type wrong as the online password, and press **Confirm it’s me**.',
        },
        {
          ko: '맞는 비밀번호를 입력하고 **인증하기**를 누르세요.',
          en: 'Type the right one and press **Confirm it’s me**.',
        },
        PIN,
        usePoints(100),
      ],
      expected: [
        {
          ko: '틀렸다는 말과 남은 횟수(2번)가 비밀번호 칸 옆에 보이고, 카드번호는 그대로 남아 있어요.',
          en: 'It says beside the password that it is wrong and that 2 attempts are left; the card number stays.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'], result: { usePoint: 100 } },
    },
    {
      id: 'locked-card',
      title: { ko: '카드: 잠긴 카드', en: 'Card: a locked card' },
      prepare: { member: ['card-locked'] },
      steps: [SHOW, BY_CARD, CLOSE],
      expected: [
        {
          ko: '카드가 잠겼다는 말과 고객센터 번호가 보이고, 다른 방법을 고를 수 있어요.',
          en: 'It says that the card is locked, with the number of the customer centre, and offers the other ways.',
        },
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 2002'] },
    },
    {
      id: 'unknown-card',
      title: { ko: '카드: 등록되지 않은 카드', en: 'Card: an unknown card' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [
        SHOW,
        {
          ko: '**카드 인증**에서 카드번호 8951 0000 0000 9999로 **인증하기**를 누르세요.',
          en: 'Choose **Card** and press **Confirm it’s me** with the card number 8951 0000 0000 9999.',
        },
        CLOSE,
      ],
      expected: [
        {
          ko: '카드번호 옆에 까닭이 보여요. 닫을 때 “그만둘까요?” 하고 한 번 물어요.',
          en: 'The reason is beside the card number. Closing asks once, because something was typed.',
        },
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 2002'] },
    },
    {
      id: 'wrong-name',
      title: { ko: '휴대폰: 이름이 다를 때', en: 'Phone: a name that does not fit' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [
        OPEN_SIDE,
        SHOW,
        {
          ko: '**휴대폰 본인인증**에서 이름을 아무개로 하고 나머지는 그대로 입력해 **인증번호 받기**를 누르세요.',
          en: 'Choose **Mobile phone**, type 아무개 as the name and the rest as it is, and press **Text me a code**.',
        },
        {
          ko: '이름을 고치고 **인증번호 받기**를 누른 뒤 인증번호를 입력하세요.',
          en: 'Correct the name, press **Text me a code**, and type the code.',
        },
        PIN,
        usePoints(100),
      ],
      expected: [
        {
          ko: '정보가 서로 맞지 않는다고 하고, 입력한 것은 그대로 남아 있어요.',
          en: 'It says that the details do not fit together; what was typed stays.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'wrong-code',
      title: { ko: '휴대폰: 인증번호를 한 번 틀리기', en: 'Phone: a wrong code' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [
        OPEN_SIDE,
        SHOW,
        {
          ko: '**휴대폰 본인인증**에서 온 인증번호의 첫 숫자를 바꿔 입력하세요.',
          en: 'Choose **Mobile phone**, and type the code with another first digit.',
        },
        { ko: '맞는 인증번호를 입력하세요.', en: 'Type the right one.' },
        PIN,
        usePoints(100),
      ],
      expected: [
        {
          ko: '틀렸다는 말과 남은 횟수(4번)가 보이고, 칸이 비워지며 바로 다시 입력할 수 있어요.',
          en: 'It says that the code is wrong and that 4 attempts are left; the field is empty and can be typed into at once.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'code-again',
      title: { ko: '휴대폰: 인증번호 다시 받기', en: 'Phone: another code' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [
        OPEN_SIDE,
        SHOW,
        {
          ko: '**휴대폰 본인인증**으로 인증번호를 받고, 10초 뒤 **재요청**을 누르세요.',
          en: 'Choose **Mobile phone** and get a code; 10 seconds later press **Send again**.',
        },
        { ko: '새 인증번호를 입력하세요.', en: 'Type the new code.' },
        PIN,
        usePoints(100),
      ],
      expected: [
        {
          ko: '**재요청**은 10초 동안 기다리라고 하다가 눌러져요. 누르면 “다시 보냈어요”라고 해요.',
          en: '**Send again** counts down from 10 s, then can be pressed; it says that a new code was sent.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'app-refused',
      title: { ko: '앱: 거절한 뒤 다시 요청하기', en: 'App: refused, then asked again' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [
        OPEN_SIDE,
        SHOW,
        BY_APP,
        { ko: '보조 창에서 **거절**을 누르세요.', en: 'Press **Refuse** in the second window.' },
        {
          ko: '팝업에서 **재요청**을 누르고, 보조 창에서 새 확인 번호로 **승인**하세요.',
          en: 'Press **Send again** in the popup, and **Approve** in the second window with the new number.',
        },
        PIN,
        usePoints(100),
      ],
      expected: [
        {
          ko: '거절하면 남은 시간이 멈추고, 승인받지 못했다고 하며 **재요청**이 큰 단추가 돼요.',
          en: 'Once refused, the countdown stops, the popup says so, and **Send again** is the large button.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'no-app',
      title: { ko: '앱: 앱이 없는 회원', en: 'App: a member without it' },
      prepare: { member: ['no-app'] },
      steps: [SHOW, BY_APP, CLOSE],
      expected: [
        {
          ko: '앱으로 보낼 수 없다고 하고 다른 방법을 권해요.',
          en: 'It says that the app cannot be reached, and offers another way.',
        },
      ],
      check: { facts: ['any POINTS_AUTH_FAILED 2002'] },
    },
    {
      id: 'another-way',
      title: { ko: '앱을 기다리다 다른 방법으로', en: 'Another way while the app is waited for' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [
        SHOW,
        BY_APP,
        { ko: '**다른 방법으로 인증**을 누르세요.', en: 'Press **Use another way**.' },
        BY_CARD,
        PIN,
        usePoints(100),
      ],
      expected: [
        { ko: '기다리지 않고 바로 방법 고르는 화면으로 가요.', en: 'It leads to the choice of a way at once.' },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'under-14',
      title: { ko: '14세 미만 회원', en: 'A member under 14' },
      prepare: { member: ['under-14'] },
      steps: [SHOW, BY_CARD, CLOSE],
      expected: [STOP_WITH('쓸 수 없는 회원이라고 해요.', 'It says that this member cannot use points.')],
      check: { facts: ['any POINTS_AUTH_FAILED 4043'] },
    },
    {
      id: 'suspended',
      title: { ko: '정지된 회원', en: 'A suspended member' },
      prepare: { member: ['suspended'] },
      steps: [SHOW, BY_CARD, CLOSE],
      expected: [STOP_WITH('정지된 회원이라고 해요.', 'It says that the membership is suspended.')],
      check: { facts: ['any POINTS_AUTH_FAILED 4058'] },
    },
    {
      id: 'withdrawn',
      title: { ko: '탈퇴한 회원', en: 'A member who left' },
      prepare: { member: ['withdrawn'] },
      steps: [SHOW, BY_CARD, CLOSE],
      expected: [STOP_WITH('탈퇴한 회원이라고 해요.', 'It says that this member has left.')],
      check: { facts: ['any POINTS_AUTH_FAILED 4057'] },
    },
    {
      id: 'first-payment-by-app',
      title: { ko: '앱으로 처음 결제하기', en: 'Pay the first time, by the app' },
      prepare: { member: ['ready', 'no-pin'] },
      steps: [
        OPEN_SIDE,
        SHOW,
        BY_APP,
        {
          ko: '보조 창에서 확인 번호로 **승인**하세요.',
          en: 'Press **Approve** in the second window, with the number.',
        },
        NEW_PIN,
        usePoints(100),
      ],
      expected: [
        { ko: '결제비밀번호의 규칙이 만들기 전에 보여요.', en: 'The rules of a PIN are there before one is made.' },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
  ],
};
