import type { FrontTrouble } from './front-api';
import type { Locale } from './locales';

/** What has happened, and what to do now. */
type Sentences = readonly [string] | readonly [string, string];

/**
 * What a refusal comes down to for a shopper, in each language. The front server says it with the refusal; the error
 * table's own wording is for the merchant and its developers. Above a button there are whole sentences; a title, of the
 * last screen and of the wait for the app, has no full stop.
 */
export interface Trouble extends Readonly<Record<Locale, Sentences>> {
  readonly remedy: FrontTrouble['remedy'];
}

export const TROUBLES = {
  failed: {
    remedy: 'here',
    ko: ['지금은 처리하지 못했어요.', '잠시 후 다시 시도해 주세요.'],
    en: ['We couldn’t do this right now.', 'Please try again in a moment.'],
  },
  unidentified: {
    remedy: 'here',
    ko: ['본인 확인이 끊겼어요.', '다시 인증해 주세요.'],
    en: ['We need to check it’s you again.', 'Choose a way to confirm it’s you.'],
  },
  phoneDown: {
    remedy: 'otherMethod',
    ko: ['지금은 휴대폰 인증이 잘 되지 않아요.', '다시 시도하거나 다른 방법으로 인증해 주세요.'],
    en: ['Confirming by phone isn’t working right now.', 'Try again or use another way.'],
  },
  wrongCode: {
    remedy: 'here',
    ko: ['인증번호가 달라요.', '문자를 확인하고 다시 입력해 주세요.'],
    en: ['That code isn’t right.', 'Check the text and enter it again.'],
  },
  codeSpent: {
    remedy: 'here',
    ko: ['인증번호를 5번 틀렸어요.', '재요청을 눌러 새 번호를 받아 주세요.'],
    en: ['The code was wrong 5 times.', 'Press Send again to get a new one.'],
  },
  notOnePerson: {
    remedy: 'otherMethod',
    ko: ['통신사에 등록된 정보와 달라요.', '이름, 생년월일, 통신사, 번호를 확인해 주세요.'],
    en: ['This doesn’t match your carrier’s records.', 'Check your name, date of birth, carrier and number.'],
  },
  phoneClosed: {
    remedy: 'otherMethod',
    ko: ['오늘은 이 번호로 더 인증할 수 없어요.', '다른 방법으로 인증해 주세요.'],
    en: ['This number can’t be used again today.', 'Please use another way.'],
  },
  wrongPassword: {
    remedy: 'here',
    ko: ['온라인 비밀번호가 달라요.', '다시 입력해 주세요.'],
    en: ['That online password isn’t right.', 'Please enter it again.'],
  },
  cardLocked: {
    remedy: 'call',
    ko: [
      '비밀번호를 3번 틀려 카드가 잠겼어요.',
      '다른 방법으로 인증하거나 고객센터에서 비밀번호를 다시 등록해 주세요.',
    ],
    en: [
      'The card is locked after 3 wrong passwords.',
      'Use another way, or set a new password through customer service.',
    ],
  },
  unknownCard: {
    remedy: 'otherMethod',
    ko: ['등록되지 않은 카드예요.', '카드번호를 확인하거나 다른 방법으로 인증해 주세요.'],
    en: ['This card isn’t registered.', 'Check the number or use another way.'],
  },
  noApp: {
    remedy: 'otherMethod',
    ko: ['이 번호로 쓰는 OK캐쉬백 앱이 없어요.', '번호를 확인하거나 다른 방법으로 인증해 주세요.'],
    en: ['No OK Cashbag app uses this number.', 'Check the number or use another way.'],
  },
  pushOver: {
    remedy: 'here',
    ko: ['승인 시간이 지났어요', '재요청을 눌러 주세요.'],
    en: ['The time to approve has run out', 'Press Send again.'],
  },
  pushReplaced: {
    remedy: 'here',
    ko: ['다른 창에서 앱 승인을 새로 요청해서 이 요청은 끝났어요', '다시 요청해 주세요.'],
    en: ['A newer request was sent to this app, so this one is over', 'Please send it again.'],
  },
  pushRefused: {
    remedy: 'here',
    ko: ['앱에서 승인되지 않았어요', '재요청을 누르거나 다른 방법으로 인증해 주세요.'],
    en: ['The app didn’t approve', 'Press Send again or use another way.'],
  },
  pinFailed: {
    remedy: 'here',
    ko: ['비밀번호를 처리하지 못했어요.', '다시 입력해 주세요.'],
    en: ['We couldn’t process the PIN.', 'Please enter it again.'],
  },
  pinsDiffer: {
    remedy: 'here',
    ko: ['두 번호가 서로 달라요.', '다시 만들어 주세요.'],
    en: ['The two PINs don’t match.', 'Please create it again.'],
  },
  weakPin: {
    remedy: 'here',
    ko: ['이 번호는 쓸 수 없어요.', '같은 숫자 3개, 이어지는 숫자, 생년월일이나 휴대폰 번호는 피해 주세요.'],
    en: ['This PIN can’t be used.', 'Avoid repeated digits, sequences, your date of birth and phone number.'],
  },
  repeatedDigits: {
    remedy: 'here',
    ko: ['같은 숫자는 3번 이어서 쓸 수 없어요.', '다른 번호로 만들어 주세요.'],
    en: ['You can’t use the same digit three times in a row.', 'Please choose another PIN.'],
  },
  consecutiveDigits: {
    remedy: 'here',
    ko: ['123, 321처럼 이어지는 숫자는 쓸 수 없어요.', '다른 번호로 만들어 주세요.'],
    en: ['You can’t use three digits in order, like 123 or 321.', 'Please choose another PIN.'],
  },
  personalDigits: {
    remedy: 'here',
    ko: ['생년월일이나 휴대폰 번호는 쓸 수 없어요.', '다른 번호로 만들어 주세요.'],
    en: ['You can’t use your date of birth or phone number.', 'Please choose another PIN.'],
  },
  wrongPin: {
    remedy: 'here',
    ko: ['결제비밀번호가 달라요.', '다시 입력해 주세요.'],
    en: ['That PIN isn’t right.', 'Please enter it again.'],
  },
  pinDeleted: {
    remedy: 'here',
    ko: ['결제비밀번호를 여러 번 틀려 초기화됐어요.', '본인 인증을 하고 새로 만들어 주세요.'],
    en: ['The PIN was wrong too often and has been reset.', 'Confirm it’s you and create a new one.'],
  },
  shortOcb: {
    remedy: 'here',
    ko: ['OK캐쉬백 포인트가 모자라요.', '금액을 줄여 주세요.'],
    en: ['You don’t have enough OK Cashbag points.', 'Please use fewer.'],
  },
  shortDutum: {
    remedy: 'here',
    ko: ['두툼 포인트가 모자라요.', '금액을 줄여 주세요.'],
    en: ['You don’t have enough Dutum points.', 'Please use fewer.'],
  },
  overLimit: {
    remedy: 'here',
    ko: ['한 번에 쓸 수 있는 한도를 넘었어요.', '금액을 줄여 주세요.'],
    en: ['That’s over the limit for one payment.', 'Please use fewer points.'],
  },
  notCharged: {
    remedy: 'withoutCharge',
    ko: ['PAYCO에서 충전하지 못했어요.', '다시 시도하거나 충전 없이 사용해 주세요.'],
    en: ['PAYCO couldn’t top up your points.', 'Try again or pay without topping up.'],
  },
  overCharge: {
    remedy: 'withoutCharge',
    ko: ['PAYCO 충전 한도를 넘었어요.', '금액을 줄이거나 충전 없이 사용해 주세요.'],
    en: ['That’s over your PAYCO limit.', 'Use fewer points or pay without topping up.'],
  },
  bankRefused: {
    remedy: 'withoutCharge',
    ko: ['은행 계좌에서 충전하지 못했어요.', '잔액을 확인하거나 충전 없이 사용해 주세요.'],
    en: ['Your bank didn’t allow the top-up.', 'Check your balance or pay without topping up.'],
  },
  paycoDown: {
    remedy: 'withoutCharge',
    ko: ['PAYCO가 점검 중이에요.', '충전 없이 사용해 주세요.'],
    en: ['PAYCO is under maintenance.', 'Please pay without topping up.'],
  },
  outdated: {
    remedy: 'here',
    ko: ['결제를 이어서 할 수 없어요', '창을 닫고 쇼핑몰에서 처음부터 다시 시도해 주세요.'],
    en: ['This payment can’t be continued', 'Please close this and start again from the shop.'],
  },
  maintenance: {
    remedy: 'here',
    ko: ['OK캐쉬백이 점검 중이에요', '잠시 후에 다시 이용해 주세요.'],
    en: ['OK Cashbag is down for maintenance', 'Please come back a little later.'],
  },
  stopped: {
    remedy: 'call',
    ko: ['지금은 포인트를 쓸 수 없어요', '잠시 후 다시 시도해 주세요. 계속되면 고객센터로 문의해 주세요.'],
    en: ['Points can’t be used right now', 'Try again later. If it keeps happening, call customer service.'],
  },
  badCard: {
    remedy: 'call',
    ko: ['이 카드로는 포인트를 쓸 수 없어요', '카드 상태를 고객센터에서 확인해 주세요.'],
    en: ['This card can’t be used for points', 'Customer service can check the card for you.'],
  },
  tooYoung: {
    remedy: 'call',
    ko: ['만 14세 미만은 포인트를 쓸 수 없어요', '궁금한 점은 고객센터로 문의해 주세요.'],
    en: ['Members under 14 can’t use points', 'Customer service can answer your questions.'],
  },
  stationCard: {
    remedy: 'here',
    ko: ['주유소와 충전소에서만 쓰는 카드예요', '창을 닫고 다른 카드로 다시 시도해 주세요.'],
    en: ['This card only works at gas stations', 'Please close this and try with another card.'],
  },
  withdrawnCard: {
    remedy: 'call',
    ko: ['해지된 OK캐쉬백 카드예요', '다른 카드를 쓰거나 고객센터로 문의해 주세요.'],
    en: ['This OK Cashbag card has been cancelled', 'Use another card, or call customer service.'],
  },
  left: {
    remedy: 'call',
    ko: ['탈퇴한 OK캐쉬백 회원이에요', '다시 가입하려면 고객센터로 문의해 주세요.'],
    en: ['This OK Cashbag membership has ended', 'Call customer service to join again.'],
  },
  suspended: {
    remedy: 'call',
    ko: ['이용이 정지된 OK캐쉬백 회원이에요', '고객센터로 문의해 주세요.'],
    en: ['This OK Cashbag membership is suspended', 'Please call customer service.'],
  },
} as const satisfies Readonly<Record<string, Trouble>>;

/** Returns a trouble as the front server says it, in one language. */
export const saidIn = (locale: Locale, { remedy, [locale]: sentences }: Trouble): FrontTrouble => ({
  sentences: [...sentences],
  remedy,
});
