import type { Locale } from '../../contract/locales';

/** The names in the popup by which the helpers find things. A test holds them to the popup's words. */
interface Names {
  byPhone: string;
  name: string;
  birthDate: string;
  firstDigit: string;
  carriers: Readonly<Record<string, string>>;
  phone: string;
  allConsents: string;
  requestCode: string;
  codeTitle: string;
  code: string;
  newPinTitle: string;
  confirmPinTitle: string;
  pinTitle: string;
  /** Of the field, before how many digits are entered. */
  pin: string;
  pointsTitle: string;
  amount: string;
  split: string;
  ocbPoint: string;
  dutumPoint: string;
  use(points: number): string;
  doneTitle(points: number): string;
  close: string;
}

const CARRIERS = { SKT: 'SKT', KT: 'KT', LGU: 'LG U+' };
const grouped = (points: number) => points.toLocaleString('en-US');

export const NAMES: Readonly<Record<Locale, Names>> = {
  ko: {
    byPhone: '휴대폰 본인인증',
    name: '이름',
    birthDate: '생년월일',
    firstDigit: '주민등록번호 뒤 첫 자리',
    carriers: { ...CARRIERS, SKT_MVNO: 'SKT 알뜰폰', KT_MVNO: 'KT 알뜰폰', LGU_MVNO: 'LG U+ 알뜰폰' },
    phone: '휴대폰 번호',
    allConsents: '약관 전체 동의',
    requestCode: '인증번호 받기',
    codeTitle: '인증번호를 입력해 주세요',
    code: '인증번호',
    newPinTitle: '결제비밀번호를 만들어 주세요',
    confirmPinTitle: '한 번 더 입력해 주세요',
    pinTitle: '결제비밀번호를 입력해 주세요',
    pin: '결제비밀번호',
    pointsTitle: '사용할 포인트를 정해 주세요',
    amount: '사용할 포인트',
    split: '나눠 쓰기',
    ocbPoint: 'OK캐쉬백 포인트',
    dutumPoint: '두툼 포인트',
    use: (points) => `${grouped(points)} P 사용하기`,
    doneTitle: (points) => `${grouped(points)} P를 쓸 준비가 됐어요`,
    close: '닫기',
  },
  en: {
    byPhone: 'Mobile phone',
    name: 'Name',
    birthDate: 'Date of birth',
    firstDigit: '7th digit of your resident or alien registration number',
    carriers: { ...CARRIERS, SKT_MVNO: 'SKT MVNO', KT_MVNO: 'KT MVNO', LGU_MVNO: 'LG U+ MVNO' },
    phone: 'Mobile number',
    allConsents: 'Agree to all',
    requestCode: 'Text me a code',
    codeTitle: 'Enter the code',
    code: 'Code',
    newPinTitle: 'Create a payment PIN',
    confirmPinTitle: 'Enter it once more',
    pinTitle: 'Enter your payment PIN',
    pin: 'Payment PIN',
    pointsTitle: 'Choose the points to use',
    amount: 'Points to use',
    split: 'Split points',
    ocbPoint: 'OK Cashbag points',
    dutumPoint: 'Dutum points',
    use: (points) => `Use ${grouped(points)} P`,
    doneTitle: (points) => `${grouped(points)} P ready to use`,
    close: 'Close',
  },
};
