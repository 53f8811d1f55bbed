import type { Member } from '../contract/sandbox';

type Carrier = Member['carrier'];

/**
 * The names by which tests, screen readers and merchants' QA find things (UX.md). They change only by a decision
 * record.
 */
export interface Words {
  locale: 'ko' | 'en';
  back: string;
  close: string;
  largeText: string;
  again: string;
  busy: string;
  resend: string;
  otherMethod: string;
  callCentre: string;
  withoutCharge: string;
  leavingTitle: string;
  stay: string;
  leave: string;
  notOpenedTitle: string;
  methodTitle: string;
  methods: { card: string; phone: string; push: string };
  cardTitle: string;
  cardNumber: string;
  cardPassword: string;
  identify: string;
  phoneTitle: string;
  name: string;
  birthDate: string;
  firstDigit: string;
  carrier: string;
  carriers: Record<Carrier, string>;
  phone: string;
  allConsents: string;
  requestCode: string;
  codeTitle: string;
  code: string;
  confirm: string;
  pushTitle: string;
  pushOverTitle: string;
  pushRefusedTitle: string;
  requestPush: string;
  confirmationNumber: string;
  newPinTitle: string;
  confirmPinTitle: string;
  pinTitle: string;
  forgotPin: string;
  erase: string;
  eraseAll: string;
  pointsTitle: string;
  amount: string;
  ocbPoint: string;
  dutumPoint: string;
  split: string;
  useAll: string;
  typeIn: string;
  /** The primary button of the points screen while there is no amount. */
  useNone: string;
  charge: string;
  nothingTitle: string;
  withoutPoints: string;
  /** The primary button of the points screen, for so many points. */
  use(points: number): string;
  doneTitle(points: number): string;
}

const grouped = (points: number) => points.toLocaleString('en-US');

export const KO: Words = {
  locale: 'ko',
  back: '이전',
  close: '닫기',
  largeText: '큰글씨',
  again: '다시 시도',
  busy: '처리하고 있어요',
  resend: '재요청',
  otherMethod: '다른 방법으로 인증',
  callCentre: '고객센터에 전화 1599-0512',
  withoutCharge: '충전 없이 사용',
  leavingTitle: '그만둘까요?',
  stay: '계속하기',
  leave: '그만두기',
  notOpenedTitle: 'OK캐쉬백을 열지 못했어요',
  methodTitle: '본인 확인 방법을 선택해 주세요',
  methods: { card: '카드 인증', phone: '휴대폰 본인인증', push: 'OK캐쉬백 앱 인증' },
  cardTitle: 'OK캐쉬백 카드 정보를 입력해 주세요',
  cardNumber: '카드번호',
  cardPassword: '온라인 비밀번호',
  identify: '인증하기',
  phoneTitle: '본인 정보를 입력해 주세요',
  name: '이름',
  birthDate: '생년월일',
  firstDigit: '주민등록번호 뒤 첫 자리',
  carrier: '통신사',
  carriers: {
    SKT: 'SKT',
    KT: 'KT',
    LGU: 'LG U+',
    SKT_MVNO: 'SKT 알뜰폰',
    KT_MVNO: 'KT 알뜰폰',
    LGU_MVNO: 'LG U+ 알뜰폰',
  },
  phone: '휴대폰 번호',
  allConsents: '약관 전체 동의',
  requestCode: '인증번호 받기',
  codeTitle: '인증번호를 입력해 주세요',
  code: '인증번호',
  confirm: '확인',
  pushTitle: 'OK캐쉬백 앱에서 승인해 주세요',
  pushOverTitle: '승인 시간이 지났어요',
  pushRefusedTitle: '앱에서 승인되지 않았어요',
  requestPush: '인증 요청',
  confirmationNumber: '확인 번호',
  newPinTitle: '결제비밀번호를 만들어 주세요',
  confirmPinTitle: '한 번 더 입력해 주세요',
  pinTitle: '결제비밀번호를 입력해 주세요',
  forgotPin: '비밀번호를 잊었어요',
  erase: '지우기',
  eraseAll: '전체 지우기',
  pointsTitle: '사용할 포인트를 정해 주세요',
  amount: '사용할 포인트',
  ocbPoint: 'OK캐쉬백 포인트',
  dutumPoint: '두툼 포인트',
  split: '나눠 쓰기',
  useAll: '모두 사용',
  typeIn: '직접 입력',
  useNone: '포인트 사용하기',
  charge: '부족한 포인트 충전',
  nothingTitle: '쓸 수 있는 포인트가 없어요',
  withoutPoints: '포인트 없이 돌아가기',
  use: (points) => `${grouped(points)} P 사용하기`,
  doneTitle: (points) => `${grouped(points)} P를 쓸 준비가 됐어요`,
};

export const EN: Words = {
  locale: 'en',
  back: 'Back',
  close: 'Close',
  largeText: 'Large text',
  again: 'Try again',
  busy: 'Working on it',
  resend: 'Send again',
  otherMethod: 'Use another way',
  callCentre: 'Call customer service 1599-0512',
  withoutCharge: 'Pay without topping up',
  leavingTitle: 'Leave without using points?',
  stay: 'Keep going',
  leave: 'Leave',
  notOpenedTitle: 'OK Cashbag could not be opened',
  methodTitle: 'How would you like to confirm it’s you?',
  methods: { card: 'Card', phone: 'Mobile phone', push: 'OK Cashbag app' },
  cardTitle: 'Enter your OK Cashbag card details',
  cardNumber: 'Card number',
  cardPassword: 'Online password',
  identify: 'Confirm it’s me',
  phoneTitle: 'Enter your details',
  name: 'Name',
  birthDate: 'Date of birth',
  firstDigit: '7th digit of your resident or alien registration number',
  carrier: 'Carrier',
  carriers: {
    SKT: 'SKT',
    KT: 'KT',
    LGU: 'LG U+',
    SKT_MVNO: 'SKT MVNO',
    KT_MVNO: 'KT MVNO',
    LGU_MVNO: 'LG U+ MVNO',
  },
  phone: 'Mobile number',
  allConsents: 'Agree to all',
  requestCode: 'Text me a code',
  codeTitle: 'Enter the code',
  code: 'Code',
  confirm: 'Confirm',
  pushTitle: 'Approve in the OK Cashbag app',
  pushOverTitle: 'The time to approve has run out',
  pushRefusedTitle: 'The app didn’t approve',
  requestPush: 'Send request',
  confirmationNumber: 'Confirmation number',
  newPinTitle: 'Create a payment PIN',
  confirmPinTitle: 'Enter it once more',
  pinTitle: 'Enter your payment PIN',
  forgotPin: 'I forgot my PIN',
  erase: 'Delete',
  eraseAll: 'Clear all',
  pointsTitle: 'Choose the points to use',
  amount: 'Points to use',
  ocbPoint: 'OK Cashbag points',
  dutumPoint: 'Dutum points',
  split: 'Split points',
  useAll: 'Use all',
  typeIn: 'Enter amount',
  useNone: 'Use points',
  charge: 'Top up with PAYCO',
  nothingTitle: 'You have no points to use here',
  withoutPoints: 'Go back without points',
  use: (points) => `Use ${grouped(points)} P`,
  doneTitle: (points) => `${grouped(points)} P ready to use`,
};
