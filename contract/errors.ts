import type { FrontRefusal } from './front-api';
import type { Locale } from './locales';

/**
 * THE error table (SPEC, "Error codes"): every code that OCB returns, once. The Korean messages are the
 * specification's, verbatim; English ones are next to them. The front server's refusals carry `next`, `field` and
 * `outcome` to the popup, which does not include the table.
 */

/**
 * One row of the table, with its message in each language. `status` is the HTTP status that the servers respond with.
 */
export interface ErrorRow extends Readonly<Record<Locale, string>> {
  readonly status: 400 | 403 | 500;
  readonly next: FrontRefusal['next'];
  readonly field?: FrontRefusal['field'];
  /**
   * The system failed half way, or is under maintenance and reports nothing about an earlier call: the call may have
   * taken effect. Absent: it was refused and did nothing.
   */
  readonly outcome?: 'unknown';
  /** Only the popup's calls return it, never a merchant's. */
  readonly isPopupOnly?: true;
  /** Who refused, if not OCB. */
  readonly refusedBy?: 'PAYCO';
}

export const ERRORS = {
  '1000': { status: 400, next: 'stop', ko: '파라미터가 유효하지 않습니다.', en: 'Invalid request.' },
  '2000': {
    status: 500,
    next: 'retry',
    outcome: 'unknown',
    isPopupOnly: true,
    ko: '인증 처리중 오류가 발생했습니다.',
    en: 'Something went wrong while confirming who you are.',
  },
  '2001': {
    status: 403,
    next: 'reauthenticate',
    ko: '인증 처리 정보가 존재하지 않습니다.',
    en: 'There is no identification to continue.',
  },
  '2002': { status: 403, next: 'reauthenticate', ko: '인증이 완료 되지 않았습니다.', en: 'Incomplete.' },
  '2100': {
    status: 500,
    next: 'retry',
    ko: '인증시스템 연동시 오류가 발생 했습니다.',
    en: 'The identification system did not answer.',
  },
  '2200': { status: 403, next: 'retry', field: 'code', ko: '인증번호가 틀립니다.', en: 'That code is not right.' },
  '2201': {
    status: 403,
    next: 'retry',
    field: 'code',
    ko: '인증번호 5회 오류횟수 초과 했습니다. 재요청 버튼을 눌러 다시 인증해 주세요.',
    en: 'The code was wrong 5 times. Please request a new one.',
  },
  '2202': {
    status: 403,
    next: 'retry',
    ko: '본인 인증 정보가 일치하지 않습니다.',
    en: 'Those details do not belong to one person.',
  },
  '2203': {
    status: 403,
    next: 'reauthenticate',
    ko: '본인인증 요청에 실패하였습니다. 개인정보보호를 위해 당일 해당번호로 휴대폰 인증이 제한됩니다.',
    en: 'Identification failed. To protect you, this number cannot be used for it again today.',
  },
  '2300': {
    status: 403,
    next: 'retry',
    field: 'cardPassword',
    ko: '온라인 비밀번호가 일치하지 않습니다.',
    en: 'That online password is not right.',
  },
  '2301': {
    status: 403,
    next: 'reauthenticate',
    ko: '카드 비밀번호 3회 이상 오류로 계정이 잠긴 상태입니다. 카드 비밀번호를 재등록하시기 바랍니다. (OK캐쉬백 고객센터 1599-0512)',
    en: 'The card is locked after 3 wrong passwords. Please register a new password (OK Cashbag customer centre 1599-0512).',
  },
  '2302': {
    status: 403,
    next: 'retry',
    field: 'cardNumber',
    ko: 'OK캐쉬백 미등록 카드 입니다.',
    en: 'This card is not registered with OK Cashbag.',
  },
  '2400': {
    status: 500,
    next: 'retry',
    field: 'phone',
    ko: '푸쉬요청에 오류가 발생했습니다.',
    en: 'The request could not be sent to the app.',
  },
  '2401': {
    status: 403,
    next: 'retry',
    ko: '푸쉬확인 시간이 지났습니다. 다시 요청해 주시기 바랍니다.',
    en: 'The time to approve has passed. Please request it again.',
  },
  '2402': {
    status: 403,
    next: 'retry',
    ko: 'OK캐쉬백 앱인증에 실패했습니다.',
    en: 'The OK Cashbag app did not approve.',
  },
  '2500': {
    status: 500,
    next: 'retry',
    ko: '결제비밀번호 등록 시 오류가 발생 했습니다.',
    en: 'The payment PIN could not be registered.',
  },
  '2501': {
    status: 400,
    next: 'retry',
    ko: '연속되거나 동일한 3자리 숫자, 개인정보관련 숫자는 설정할 수 없습니다.',
    en: 'Three equal or consecutive digits, or digits of personal data, are not allowed.',
  },
  '2502': {
    status: 500,
    next: 'retry',
    ko: '결제비밀번호 확인 시 오류가 발생했습니다.',
    en: 'The payment PIN could not be checked.',
  },
  '2503': { status: 403, next: 'retry', ko: '결제비밀번호가 틀립니다.', en: 'That payment PIN is not right.' },
  '2504': {
    status: 403,
    next: 'reauthenticate',
    ko: '결제비밀번호가 연속 5번 틀려 결제비밀번호가 초기화 되었습니다. 본인 인증을 다시 해주시기 바랍니다.',
    en: 'The payment PIN was wrong 5 times in a row and has been reset. Please identify yourself again.',
  },
  '2505': {
    status: 403,
    next: 'reauthenticate',
    ko: '결제비밀번호 등록시 인증 정보가 존재하지 않습니다.',
    en: 'There is no identification to register a payment PIN with.',
  },
  '3030': { status: 500, next: 'stop', ko: 'OCB 포인트 적립에 실패', en: 'The points could not be saved.' },
  '3031': {
    status: 500,
    next: 'stop',
    ko: 'OCB 포인트 적립 취소에 실패',
    en: 'The saving of points could not be cancelled.',
  },
  '3039': { status: 500, next: 'stop', ko: '결제 요청에 오류가 발생', en: 'The points could not be used.' },
  '3040': {
    status: 500,
    next: 'stop',
    ko: '결제 취소 요청에 오류가 발생',
    en: 'The use of points could not be cancelled.',
  },
  '4000': {
    status: 500,
    next: 'retry',
    outcome: 'unknown',
    ko: '외부 제휴사와의 연동에서 알 수 없는 오류가 발생',
    en: 'An affiliated system answered with an unknown error.',
  },
  '4001': {
    status: 500,
    next: 'retry',
    outcome: 'unknown',
    ko: '외부 제휴사와의 통신 장애 발생',
    en: 'Connection failed.',
  },
  '4016': {
    status: 500,
    next: 'retry',
    field: 'ocbPoint',
    ko: '회원의 가용포인트가 부족하여 처리할 수 없습니다',
    en: 'The member does not have enough points.',
  },
  '4017': { status: 500, next: 'stop', ko: '[OCB]원거래전표미존재', en: 'The original transaction does not exist.' },
  '4018': {
    status: 500,
    next: 'retry',
    field: 'dutumPoint',
    ko: '포인트가 부족하여 사용할 수 없습니다.',
    en: 'There are not enough points to use.',
  },
  '4026': { status: 500, next: 'stop', ko: 'NxMile 회원ID 불일치 오류', en: 'The NxMile member id does not match.' },
  '4040': { status: 500, next: 'stop', ko: '카드상태가비정상', en: 'The card is not in a normal state.' },
  '4043': { status: 500, next: 'stop', ko: '14세 미만 회원반영 오류', en: 'Members under 14 cannot use this service.' },
  '4044': { status: 500, next: 'stop', ko: '카드반영오류', en: 'The card could not be applied.' },
  '4045': {
    status: 500,
    next: 'stop',
    ko: '카드상태가 정상(A)이 아닙니다.',
    en: 'The state of the card is not normal (A).',
  },
  '4046': {
    status: 500,
    next: 'stop',
    ko: '제휴처포인트 조회 오류입니다.',
    en: "The affiliate's points could not be looked up.",
  },
  '4047': { status: 500, next: 'stop', ko: '제휴처사용 오류입니다.', en: "The affiliate's points could not be used." },
  '4048': {
    status: 500,
    next: 'stop',
    ko: '해당 카드는 SK주유소,충전소에서만 적립/사용이 가능한 카드입니다',
    en: 'This card saves and uses points at SK filling stations only.',
  },
  '4054': {
    status: 500,
    next: 'stop',
    ko: '카드소유주 확인을 위해 필요한 암호화된 동일인 식별자값(CI) 이 올바르지 않습니다.',
    en: 'The identifier of the card owner (CI) is not right.',
  },
  '4055': {
    status: 500,
    next: 'stop',
    ko: 'OK캐쉬백 회원조회 오류입니다.',
    en: 'The OK Cashbag member could not be looked up.',
  },
  '4056': {
    status: 500,
    next: 'stop',
    ko: '탈회 또는 탈퇴된 OK캐쉬백 카드입니다.',
    en: 'This OK Cashbag card has been withdrawn.',
  },
  '4057': { status: 500, next: 'stop', ko: 'OK캐쉬백 탈퇴회원입니다.', en: 'This member has left OK Cashbag.' },
  '4058': {
    status: 500,
    next: 'stop',
    ko: 'OK캐쉬백 회원자격이 중지된 회원입니다.',
    en: 'This OK Cashbag membership is suspended.',
  },
  '4061': {
    status: 500,
    next: 'retry',
    field: 'ocbPoint',
    ko: '포인트 결제 한도를 초과',
    en: 'That is over the limit for one payment with points.',
  },
  '4062': {
    status: 500,
    next: 'stop',
    outcome: 'unknown',
    ko: 'NxMile 통신오류-시스템실연락바람',
    en: 'The connection to NxMile failed.',
  },
  '4072': {
    status: 500,
    next: 'stop',
    outcome: 'unknown',
    ko: '유효하지 않은 응답전문',
    en: 'The answer received was not valid.',
  },
  '4074': {
    status: 500,
    next: 'retry',
    refusedBy: 'PAYCO',
    ko: 'PAYCO 결제처리 오류',
    en: 'PAYCO could not process the payment.',
  },
  '4075': {
    status: 500,
    next: 'retry',
    refusedBy: 'PAYCO',
    ko: 'PAYCO 충전한도 초과 오류',
    en: 'That is over the PAYCO charging limit.',
  },
  '4076': {
    status: 500,
    next: 'retry',
    refusedBy: 'PAYCO',
    ko: 'PAYCO요청데이터오류',
    en: 'PAYCO did not accept the request.',
  },
  '4077': {
    status: 500,
    next: 'retry',
    refusedBy: 'PAYCO',
    ko: 'PAYCO처리불가능거래',
    en: 'PAYCO cannot process this transaction.',
  },
  '4078': {
    status: 500,
    next: 'retry',
    refusedBy: 'PAYCO',
    ko: 'PAYCO은행오류_잔액부족등',
    en: 'The bank behind PAYCO refused, for example for lack of funds.',
  },
  '4079': {
    status: 500,
    next: 'retry',
    refusedBy: 'PAYCO',
    ko: 'PAYCO내부처리오류',
    en: 'PAYCO had an internal error.',
  },
  '4080': {
    status: 500,
    next: 'retry',
    refusedBy: 'PAYCO',
    ko: 'PAYCO서비스점검중',
    en: 'PAYCO is under maintenance.',
  },
  '4081': { status: 500, next: 'retry', refusedBy: 'PAYCO', ko: 'PAYCO결제거부오류', en: 'PAYCO refused the payment.' },
  '4082': {
    status: 500,
    next: 'stop',
    ko: '카드및가맹점상태가 비정상.',
    en: 'The card or the merchant is not in a normal state.',
  },
  '5000': {
    status: 500,
    next: 'retry',
    outcome: 'unknown',
    ko: '데이터베이스 처리에 알 수 없는 오류가 발생',
    en: 'The database had an unknown error.',
  },
  '9000': {
    status: 500,
    next: 'stop',
    outcome: 'unknown',
    ko: 'OKCashbag 시스템 점검중입니다.',
    en: 'OK Cashbag is under maintenance.',
  },
  '9999': { status: 500, next: 'stop', outcome: 'unknown', ko: '알수없는 오류가 발생했습니다.', en: 'Unknown error.' },
} as const satisfies Record<string, ErrorRow>;

/** A code of the table. */
export type ErrorCode = keyof typeof ERRORS;

/** Returns the row of a code, or undefined if the code is not in the table. */
export const rowOf = (code: string): ErrorRow | undefined => (ERRORS as Readonly<Record<string, ErrorRow>>)[code];

/** Returns the codes whose rows match. */
export const codesWhere = (isWanted: (row: ErrorRow) => boolean): ErrorCode[] =>
  (Object.keys(ERRORS) as ErrorCode[]).filter((code) => isWanted(ERRORS[code]));

type PaycoCode = {
  [C in ErrorCode]: (typeof ERRORS)[C] extends { refusedBy: 'PAYCO' } ? C : never;
}[ErrorCode];

/** Returns the codes with which PAYCO refuses a charge. */
export const paycoCodes = () => codesWhere(({ refusedBy }) => refusedBy === 'PAYCO') as PaycoCode[];
