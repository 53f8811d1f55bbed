import type { Locale } from '../../contract/locales';
import { commas } from '../format';
/**
 * What the popup says, in Korean. This file defines what there is to say: another language says the same, or does not
 * compile (`test/ui/words.test.ts`).
 */

export const locale: Locale = 'ko';
export const brand = 'OK캐쉬백';
/** The name of the dialog, and of its document. */
export const dialog = 'OK캐쉬백 포인트 사용';
/** The line of trust, where secrets are asked for. */
export const trust = '이 쇼핑몰은 여기에 입력한 내용을 볼 수 없어요';
export const points = (n: number) => `${commas(n)}P`;
export const won = (n: number) => `${commas(n)}원`;

export const back = '이전';
export const close = '닫기';
export const largeText = '큰글씨';
export const again = '다시 시도';
export const resend = '재요청';
export const resendIn = (seconds: number) => `${seconds}초 후 재요청`;
export const sentAgain = '다시 보냈어요';
export const minuteLeft = '1분 남았어요';
export const otherMethod = '다른 방법으로 인증';
export const confirm = '확인';
export const busy = '처리하고 있어요';
export const slow = '응답이 늦어요. 기다리거나 다시 시도해 주세요.';
export const timeLeft = '남은 시간';
export const notFramed = '쇼핑몰의 결제 화면에서 열어 주세요.';

export const opening = 'OK캐쉬백을 여는 중이에요';
export const notOpened = 'OK캐쉬백을 열지 못했어요';
export const done = (n: number) => `${commas(n)} P를 쓸 준비가 됐어요`;
export const doneNext = '쇼핑몰에서 주문을 마쳐 주세요';

export const method = '본인 확인 방법을 선택해 주세요';
export const methods = {
  card: ['카드 인증', '카드번호와 온라인 비밀번호가 필요해요'],
  phone: ['휴대폰 본인인증', '본인 명의 휴대폰으로 문자를 받아요'],
  push: ['OK캐쉬백 앱 인증', '앱으로 온 알림에서 승인만 하면 돼요'],
};
export const withoutCard = '카드 인증으로는 결제비밀번호를 새로 만들 수 없어요.';

export const card = 'OK캐쉬백 카드 정보를 입력해 주세요';
export const cardNumber = '카드번호';
export const cardPassword = '온라인 비밀번호';
export const cardPasswordHint = 'OK캐쉬백 웹사이트 비밀번호예요. 6자리 결제비밀번호가 아니에요';
export const findPassword = '비밀번호 찾기';
/** Of a link: where it opens. */
export const newWindow = '새 창';
export const identify = '인증하기';

export const phone = '본인 정보를 입력해 주세요';
export const name = '이름';
export const nameHint = '휴대폰 가입자 이름';
/** Above each of the forms: what happens while they are filled in. */
export const movesOn = '다 채우면 다음 칸으로 넘어가요';
export const sevenDigits = '주민등록번호 앞 7자리';
export const sevenDigitsHint = '예: 900102-2';
export const birthDate = '생년월일';
export const firstDigit = '주민등록번호 뒤 첫 자리';
export const carrier = '통신사';
export const carriers = {
  SKT: 'SKT',
  KT: 'KT',
  LGU: 'LG U+',
  SKT_MVNO: 'SKT 알뜰폰',
  KT_MVNO: 'KT 알뜰폰',
  LGU_MVNO: 'LG U+ 알뜰폰',
};
export const whichNetwork = '알뜰폰인데 통신망을 몰라요';
export const whichNetworkHelp = '내 휴대폰으로 114에 전화하면 SKT, KT, LG U+ 중 어느 통신망인지 알려 줘요.';
export const phoneNumber = '휴대폰 번호';
export const allConsents = '약관 전체 동의';
export const required = '[필수]';
export const read = '내용 보기';
export const consents = {
  personalInfo: [
    '개인정보 수집·이용 동의',
    '이름, 생년월일, 성별, 통신사, 휴대폰 번호를 본인 확인에만 쓰고 바로 지워요.',
  ],
  uniqueId: ['고유식별정보 처리 동의', '주민등록번호 앞 7자리를 본인 확인에만 쓰고 저장하지 않아요.'],
  carrierTerms: ['통신사 이용약관 동의', '통신사가 입력한 정보와 가입 정보가 같은지 알려 줘요.'],
  serviceTerms: [
    '본인확인서비스 이용약관 동의',
    '본인확인기관이 인증번호를 보내고 확인해요. 동의하지 않으면 다른 방법으로 인증할 수 있어요.',
  ],
};
export const requestCode = '인증번호 받기';

export const code = '인증번호를 입력해 주세요';
export const codeNumber = '인증번호';
export const codeSent = (phone: string) => `${phone} 번호로 문자를 보냈어요`;
export const codeHelp = '문자가 안 와요';
export const codeHelpText =
  '스팸함과 차단한 번호를 확인해 주세요. 그래도 없으면 재요청을 누르거나, 이전으로 가서 휴대폰 번호와 통신사를 확인해 주세요.';
export const codeOver = '입력 시간이 지났어요. 재요청을 눌러 주세요.';

export const push = 'OK캐쉬백 앱에서 승인해 주세요';
export const pushHint = 'OK캐쉬백 앱에 등록한 번호를 입력해 주세요';
export const pushWait = [
  '휴대폰의 OK캐쉬백 알림을 눌러 주세요',
  '쇼핑몰 이름과 금액을 확인해 주세요',
  '확인 번호를 입력하고 승인하면 바로 이어져요',
];
export const confirmationNumber = '확인 번호';
export const requestPush = '인증 요청';

/** Title and hint of each entry. */
export const pins = {
  newPin: ['결제비밀번호를 만들어 주세요', '결제할 때마다 쓸 숫자 6자리예요'],
  confirmPin: ['한 번 더 입력해 주세요', '방금 만든 결제비밀번호를 입력해 주세요'],
  pin: ['결제비밀번호를 입력해 주세요', '숫자 6자리를 입력해 주세요'],
};
/** The rules of a new PIN, before they are broken. */
export const pinRules = [
  '같은 숫자 3개(111)나 이어지는 숫자 3개(123, 321)는 쓸 수 없어요',
  '생년월일과 휴대폰 번호는 쓸 수 없어요',
];
export const shuffled = '숫자 배열이 매번 바뀌어요';
export const paymentPin = '결제비밀번호';
export const pinForgotten = '비밀번호를 잊었어요';
export const entered = (n: number) => `6자리 중 ${n}자리 입력됨`;
export const erase = '지우기';
export const clear = '전체 지우기';
export const keypad = '숫자 키패드';

export const choose = '사용할 포인트를 정해 주세요';
export const amount = '사용할 포인트';
export const ocbPoint = 'OK캐쉬백 포인트';
export const dutumPoint = '두툼 포인트';
export const balance = (n: number) => `보유 ${commas(n)}P`;
/** How many points of each kind, in this order. */
export const kinds = ['두툼', 'OK캐쉬백', 'PAYCO 충전'];
export const useAll = '모두 사용';
export const typeIn = '직접 입력';
export const split = '나눠 쓰기';
export const join = '합쳐 쓰기';
/** Why no more than this. */
export const limits = {
  amount: (n: number) => `결제 금액 ${commas(n)}원까지 쓸 수 있어요`,
  payment: (n: number) => `한 번에 ${commas(n)}P까지 쓸 수 있어요`,
  balance: (n: number) => `가진 포인트 ${commas(n)}P까지 쓸 수 있어요`,
  dutum: (n: number) => `두툼 포인트는 ${commas(n)}P까지 쓸 수 있어요`,
};
export const unused = (n: number) => `지금은 쓸 수 없는 두툼 포인트 ${commas(n)}P`;
export const minAmount = (n: number) => `${commas(n)}원 이상 결제할 때 쓸 수 있어요`;
export const unusable = {
  'below-min-amount': '결제 금액이 모자라요',
  'below-min-volume': '행사 상품을 더 사면 쓸 수 있어요',
  'other-product': '다른 상품에 쓰는 포인트예요',
};
export const charge = '부족한 포인트 충전';
export const chargeHint = {
  possible: (n: number) => `PAYCO로 ${commas(n)}P까지 충전할 수 있어요`,
  missing: (n: number) => `${commas(n)}P가 모자라요`,
  chosen: (n: number) => `PAYCO로 ${commas(n)}P를 충전해요`,
};
export const leftToPay = '남은 결제 금액';
export const use = (n: number) => (n ? `${commas(n)} P 사용하기` : '포인트 사용하기');
/** For a screen reader, whenever it has changed. */
export const using = (n: number) => `${commas(n)}P 사용`;
export const nothing = '쓸 수 있는 포인트가 없어요';
export const nothingNext = '포인트 없이도 주문할 수 있어요';
export const withoutPoints = '포인트 없이 돌아가기';
export const noPoints = '사용할 포인트를 입력해 주세요.';
export const tooManyPoints = '가진 포인트보다 많아요.';

/** What to fill in, by field. */
export const missing = {
  cardNumber: '카드번호 16자리를 입력해 주세요.',
  cardPassword: '온라인 비밀번호를 입력해 주세요.',
  name: '이름을 입력해 주세요.',
  birthDate: '생년월일 6자리를 입력해 주세요.',
  firstDigit: '주민등록번호 뒤 첫 자리를 입력해 주세요.',
  carrier: '통신사를 선택해 주세요.',
  phone: '휴대폰 번호를 입력해 주세요.',
  consents: '필수 약관에 모두 동의해 주세요.',
  code: '인증번호 6자리를 입력해 주세요.',
};
/** What is wrong with what is there, by field. */
export const wrong = {
  birthDate: '없는 날짜예요. 생년월일을 확인해 주세요.',
  firstDigit: '1부터 8까지의 숫자예요.',
  phone: '휴대폰 번호를 다시 확인해 주세요.',
};
/** What happens when the tries of a call are used up. */
export const attemptsLeft = {
  identifyByCard: (n: number) => `${n}번 더 틀리면 카드가 잠겨요`,
  confirmCode: (n: number) => `${n}번 더 틀리면 인증번호를 다시 받아야 해요`,
  verifyPin: (n: number) => `${n}번 더 틀리면 초기화돼요`,
};
export const lost = {
  offline: '인터넷에 연결되어 있지 않아요. 연결을 확인해 주세요.',
  network: '연결이 끊겼어요. 다시 시도해 주세요.',
  nonsense: '처리하지 못했어요. 잠시 후 다시 시도해 주세요.',
};

export const callCentre = '고객센터에 전화';
export const withoutCharge = '충전 없이 사용';

/** Before what was typed is given up. */
export const leaving = ['그만둘까요?', '입력한 내용은 지워져요.'];
export const stay = '계속하기';
export const leave = '그만두기';

export const errorCode = '오류 코드';

/** What the merchant is told of what happened here: the messages of the error table. */
export const errors = {
  '1000': '파라미터가 유효하지 않습니다.',
  '2002': '인증이 완료 되지 않았습니다.',
  '4001': '외부 제휴사와의 통신 장애 발생',
  '9999': '알수없는 오류가 발생했습니다.',
};
