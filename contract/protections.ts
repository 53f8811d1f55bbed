import type { ErrorCode } from './errors';
import type { Locale } from './locales';

/**
 * The rules that protect members, and could hurt somebody honest: each with its number, its window, what is counted,
 * the code that refuses, and what the shopper can do. The servers refuse by this table, the popup warns by it, and
 * docs/protections.md is made from it.
 */

/** Consecutive wrong PINs until the PIN is deleted (2504). */
export const PIN_ATTEMPTS = 5;
/**
 * Wrong PINs of a member on one day in Korea until the PIN is deleted (2504), whatever right ones are between:
 * otherwise whoever has a userAuthToken could guess for ever, a few times between the member's payments.
 */
export const PIN_ATTEMPTS_A_DAY = 10;
/** Wrong card passwords until the card is locked (2301). */
export const CARD_ATTEMPTS = 3;
/** Wrong one-time codes until a new one must be requested (2201). */
export const CODE_ATTEMPTS = 5;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** A text in each language. */
type Said = Readonly<Record<Locale, string>>;

/** A rule. Counts are over all sessions, merchants and processes, unless `by` says otherwise. */
export interface Protection {
  what: Said;
  /** How often it may happen; null: the rule is a time and nothing else. */
  number: number | null;
  /** In ms. Null: until the count is reset, as `by` says. */
  windowMs: number | null;
  /** What is counted, or from when the time runs. */
  by: Said;
  /** Null: nothing is refused. */
  code: ErrorCode | null;
  /** What the shopper can do. */
  shopper: Said;
}

const said = (en: string, ko: string): Said => ({ en, ko });

export const PROTECTIONS = {
  wrongPins: {
    what: said('Wrong payment PINs in a row', '연속해서 틀린 결제비밀번호'),
    number: PIN_ATTEMPTS,
    windowMs: null,
    by: said('member; a right PIN resets the count', '회원 (맞으면 처음부터 다시 셈)'),
    code: '2504',
    shopper: said('Identify again and make a new PIN', '본인 인증 후 결제비밀번호 재등록'),
  },
  wrongPinsADay: {
    what: said('Wrong payment PINs on one day', '하루 동안 틀린 결제비밀번호'),
    number: PIN_ATTEMPTS_A_DAY,
    windowMs: DAY,
    by: said(
      'member and day in Korea; a right PIN leaves the count, a new one resets it',
      '회원과 한국 날짜 (맞아도 이어서 세고, 새로 만들면 처음부터 다시 셈)',
    ),
    code: '2504',
    shopper: said(
      'Identify again by phone or app and make a new PIN',
      '휴대폰이나 앱으로 본인 인증 후 결제비밀번호 재등록',
    ),
  },
  wrongCardPasswords: {
    what: said('Wrong online passwords', '틀린 온라인 비밀번호'),
    number: CARD_ATTEMPTS,
    windowMs: null,
    by: said('card; the right password resets the count', '카드 (맞으면 처음부터 다시 셈)'),
    code: '2301',
    shopper: said('Use another way, or ask the customer centre', '다른 방법으로 인증하거나 고객센터에 문의'),
  },
  wrongCodes: {
    what: said('Wrong one-time codes', '틀린 인증번호'),
    number: CODE_ATTEMPTS,
    windowMs: null,
    by: said('code that was sent', '보낸 인증번호'),
    code: '2201',
    shopper: said('Ask for a new code', '인증번호 재요청'),
  },
  phoneFailures: {
    what: said(
      'Failed identifications by phone: details that do not match, or five wrong codes',
      '휴대폰 본인인증 실패: 정보 불일치 또는 인증번호 5회 오류',
    ),
    number: 5,
    windowMs: DAY,
    by: said('phone number and day in Korea', '휴대폰 번호와 한국 날짜'),
    code: '2203',
    shopper: said('Use another way, or come back tomorrow', '다른 방법으로 인증하거나 내일 다시 시도'),
  },
  codeLife: {
    what: said('Life of a one-time code', '인증번호 유효 시간'),
    number: null,
    windowMs: 3 * MINUTE,
    by: said('from when it was sent', '보낸 때부터'),
    code: '2200',
    shopper: said('Ask for a new code', '인증번호 재요청'),
  },
  pushLife: {
    what: said('Life of an approval request', '앱 승인 요청 유효 시간'),
    number: null,
    windowMs: 10 * MINUTE,
    by: said('from when it was sent', '보낸 때부터'),
    code: '2401',
    shopper: said('Send the request again', '승인 요청을 다시 보냄'),
  },
  resend: {
    what: said('Another code or approval request', '인증번호·승인 요청 재전송'),
    number: 1,
    windowMs: 10 * SECOND,
    by: said('session', '세션'),
    code: '2000',
    shopper: said('Wait for the countdown on the button', '버튼에 보이는 시간만큼 대기'),
  },
  texts: {
    what: said('Text messages with codes', '인증번호 문자'),
    number: 5,
    windowMs: 10 * MINUTE,
    by: said('phone number', '휴대폰 번호'),
    code: '2203',
    shopper: said(
      'Too many codes were sent to this number. Try again in {minutes} minutes, or use another way.',
      '이 번호로 인증번호를 너무 많이 보냈어요. {minutes}분 뒤에 다시 요청하거나 다른 방법으로 인증해 주세요.',
    ),
  },
  pushes: {
    what: said('Approval requests to the app', '앱 승인 요청'),
    number: 5,
    windowMs: 10 * MINUTE,
    by: said('member', '회원'),
    code: '2400',
    shopper: said(
      'Too many requests were sent to this app. Try again in {minutes} minutes, or use another way.',
      '이 앱으로 승인 요청을 너무 많이 보냈어요. {minutes}분 뒤에 다시 요청하거나 다른 방법으로 인증해 주세요.',
    ),
  },
  guesses: {
    what: said(
      'Cards, passwords, persons or phone numbers that are wrong or unknown',
      '틀리거나 등록되지 않은 카드, 비밀번호, 본인 정보, 휴대폰 번호',
    ),
    number: 10,
    windowMs: 10 * MINUTE,
    by: said('transaction token', '거래 토큰'),
    code: '2000',
    shopper: said(
      'That was wrong too often. Try again in {minutes} minutes, or start again from the shop.',
      '여러 번 틀렸어요. {minutes}분 뒤에 다시 시도하거나 쇼핑몰에서 처음부터 다시 시작해 주세요.',
    ),
  },
  guessesByAddress: {
    what: said('The same, from one address', '같은 주소에서 틀리거나 등록되지 않은 정보'),
    number: 2_000,
    windowMs: 10 * MINUTE,
    by: said(
      'address; 500 shoppers behind a carrier’s address are wrong four times each',
      '주소 (통신사 공용 주소의 구매자 500명이 네 번씩)',
    ),
    code: '2000',
    shopper: said(
      'Too many people were wrong here. Please try again in {minutes} minutes.',
      '지금은 확인할 수 없어요. {minutes}분 뒤에 다시 시도해 주세요.',
    ),
  },
  transactionTokenLife: {
    what: said('Life of a transaction token and its session', '거래 토큰과 세션의 유효 시간'),
    number: null,
    windowMs: 30 * MINUTE,
    by: said('from when it was issued', '발급한 때부터'),
    code: '1000',
    shopper: said('Start again from the shop', '쇼핑몰에서 처음부터 다시 시도'),
  },
  useTokenLife: {
    what: said('Life of the points that were authorised', '인증한 포인트의 유효 시간'),
    number: null,
    windowMs: 10 * MINUTE,
    by: said('from when they were authorised', '인증한 때부터'),
    code: '1000',
    shopper: said('Start again from the shop', '쇼핑몰에서 처음부터 다시 시도'),
  },
  userAuthTokenLife: {
    what: said('Life of a userAuthToken', 'userAuthToken의 유효 시간'),
    number: null,
    windowMs: 365 * DAY,
    by: said(
      'from when it was issued, or last led to the right PIN',
      '발급한 때 또는 마지막으로 결제비밀번호가 맞은 때부터',
    ),
    code: null,
    shopper: said('Identify again', '본인 인증'),
  },
  partUse: {
    what: said('Using part of a cancelled use again', '취소한 사용의 일부를 다시 사용'),
    number: null,
    windowMs: DAY,
    by: said('from its cancel: no shopper confirms it', '취소한 때부터 (구매자 확인 없이 처리되므로)'),
    code: '3039',
    shopper: said('Pay the rest in another way', '남은 금액은 다른 수단으로 결제'),
  },
  savedPoints: {
    what: said('Points that a merchant saves for members', '가맹점이 적립하는 포인트'),
    number: 100_000_000,
    windowMs: DAY,
    by: said('merchant and day in Korea', '가맹점과 한국 날짜'),
    code: '3030',
    shopper: said('Nothing: the shop saves them on the next day', '없음 (상점이 다음 날 적립)'),
  },
  callsBySession: {
    what: said('Calls of the popup with one session', '한 세션의 팝업 호출'),
    number: 240,
    windowMs: MINUTE,
    by: said('session and process', '세션과 프로세스'),
    code: '2000',
    shopper: said('Try again in a moment', '잠시 후 다시 시도'),
  },
  callsByMerchant: {
    what: said('Calls of a merchant’s server', '가맹점 서버 호출'),
    number: 6_000,
    windowMs: MINUTE,
    by: said('merchant and process', '가맹점과 프로세스'),
    code: '9000',
    shopper: said('Order again in a moment', '잠시 후 다시 주문'),
  },
  callsByAddress: {
    what: said(
      'Calls of the popup, or requests for script and popup, from one address',
      '한 주소의 팝업 호출 또는 스크립트·팝업 파일 요청',
    ),
    number: 30_000,
    windowMs: MINUTE,
    by: said(
      'address and process; 500 shoppers behind a carrier’s address make 60 calls each',
      '주소와 프로세스 (통신사 공용 주소의 구매자 500명이 60번씩)',
    ),
    code: '2000',
    shopper: said('Try again in a moment', '잠시 후 다시 시도'),
  },
} as const satisfies Readonly<Record<string, Protection>>;
