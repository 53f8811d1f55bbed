import type { Area } from './case';
import { BY_CARD, BY_PHONE, NEW_PIN, OPEN_SIDE, PIN, SHOW, usePoints } from './wording';

/** Making, entering, forgetting and losing the payment PIN. */
export const PINS: Area = {
  id: 'pin',
  title: { ko: '결제비밀번호', en: 'Payment PIN' },
  cases: [
    {
      id: 'pin-rules',
      title: { ko: '만들 수 없는 번호', en: 'PINs that are not allowed' },
      prepare: { member: ['ready', 'no-pin'] },
      steps: [
        SHOW,
        BY_CARD,
        {
          ko: '111739를 누르고, 다음에는 생년월일 앞 네 자리에 83을 붙여 누르세요.',
          en: 'Press 111739; then the first four digits of the date of birth and 83.',
        },
        NEW_PIN,
        usePoints(100),
      ],
      expected: [
        {
          ko: '두 번 다 왜 안 되는지 말하고 점이 비워져요.',
          en: 'Both times it says why not, and the dots are empty again.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'pin-mismatch',
      title: { ko: '두 번 다르게 입력하기', en: 'Two entries that differ' },
      prepare: { member: ['ready', 'no-pin'] },
      steps: [
        SHOW,
        BY_CARD,
        {
          ko: '728364를 누르고, 한 번 더 입력할 때 135792를 누르세요.',
          en: 'Press 728364, and 135792 when it asks again.',
        },
        NEW_PIN,
        usePoints(100),
      ],
      expected: [
        { ko: '두 번호가 다르다고 하고 처음부터 다시 만들어요.', en: 'It says that the two differ, and begins anew.' },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'pin-lost',
      title: { ko: '다섯 번 틀려 초기화되기', en: 'Five wrong PINs' },
      prepare: { member: ['ready', 'has-pin'] },
      steps: [
        OPEN_SIDE,
        SHOW,
        BY_CARD,
        { ko: '135792를 다섯 번 누르세요.', en: 'Press 135792 five times.' },
        BY_PHONE,
        NEW_PIN,
        usePoints(100),
      ],
      expected: [
        { ko: '틀릴 때마다 남은 횟수가 줄어요.', en: 'Each time one attempt fewer is left.' },
        {
          ko: '다섯 번째에 초기화되었다고 하고 본인 확인으로 돌아가요. 카드로는 새로 만들 수 없다고 해요.',
          en: 'The fifth time it says that the PIN is deleted, and asks who you are. The card does not do.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'pin-forgotten',
      title: { ko: '비밀번호를 잊었어요', en: 'I forgot my PIN' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      steps: [
        OPEN_SIDE,
        SHOW,
        { ko: '**비밀번호를 잊었어요**를 누르세요.', en: 'Press **I forgot my PIN**.' },
        BY_PHONE,
        NEW_PIN,
        usePoints(100),
      ],
      expected: [
        {
          ko: '본인 확인을 하고 새로 만들어요. 카드로는 할 수 없다고 해요.',
          en: 'It asks who you are, not by card, and a new PIN is made.',
        },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'pin-erase',
      title: { ko: '지우기와 전체 지우기', en: 'Delete and Clear all' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      steps: [
        SHOW,
        {
          ko: '세 자리를 누르고 **지우기**, 다시 두 자리를 누르고 **전체 지우기**를 누르세요.',
          en: 'Press three digits and **Delete**, then two more and **Clear all**.',
        },
        PIN,
        usePoints(100),
      ],
      expected: [{ ko: '점이 3, 2, 4, 0개로 바뀌어요.', en: 'There are 3, 2, 4 and 0 dots.' }],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
    {
      id: 'pin-by-keyboard',
      title: { ko: '키보드로 입력하기 (컴퓨터)', en: 'By the keyboard (computer)' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      steps: [
        SHOW,
        {
          ko: '마우스 없이 숫자 키로 두 자리를 치고 Backspace로 지운 뒤, 여섯 자리를 치세요.',
          en: 'Without the mouse, type two digits, take them back with Backspace, then type all six.',
        },
        usePoints(100),
      ],
      expected: [
        { ko: '누른 것과 똑같이 점이 차고 지워져요.', en: 'The dots come and go as if they had been pressed.' },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED'] },
    },
  ],
};
