/**
 * THE error table (SPEC, "Error codes"): every code that OCB answers with, once.
 * The wire's Korean texts are the specification's, to the letter; English stands beside them.
 */

/** What the popup does after an error: stay on the screen, identify the shopper again, or end. */
export type Next = 'retry' | 'reauthenticate' | 'stop';

/** One line of the table. `status` is the HTTP status that the servers answer with. */
export interface ErrorRow {
  readonly status: 400 | 403 | 500;
  readonly next: Next;
  readonly ko: string;
  readonly en: string;
}

const row = (status: ErrorRow['status'], next: Next, ko: string, en: string): ErrorRow => ({ status, next, ko, en });

export const ERRORS = {
  '1000': row(400, 'stop', '파라미터가 유효하지 않습니다.', 'Invalid request.'),
  '2000': row(500, 'retry', '인증 처리중 오류가 발생했습니다.', 'Something went wrong while confirming who you are.'),
  '2001': row(403, 'reauthenticate', '인증 처리 정보가 존재하지 않습니다.', 'There is no identification to continue.'),
  '2002': row(403, 'reauthenticate', '인증이 완료 되지 않았습니다.', 'Incomplete.'),
  '2100': row(500, 'retry', '인증시스템 연동시 오류가 발생 했습니다.', 'The identification system did not answer.'),
  '2200': row(403, 'retry', '인증번호가 틀립니다.', 'That code is not right.'),
  '2201': row(
    403,
    'retry',
    '인증번호 5회 오류횟수 초과 했습니다. 재요청 버튼을 눌러 다시 인증해 주세요.',
    'The code was wrong 5 times. Please request a new one.',
  ),
  '2202': row(403, 'retry', '본인 인증 정보가 일치하지 않습니다.', 'Those details do not belong to one person.'),
  '2203': row(
    403,
    'reauthenticate',
    '본인인증 요청에 실패하였습니다. 개인정보보호를 위해 당일 해당번호로 휴대폰 인증이 제한됩니다.',
    'Identification failed. To protect you, this number cannot be used for it again today.',
  ),
  '2300': row(403, 'retry', '온라인 비밀번호가 일치하지 않습니다.', 'That online password is not right.'),
  '2301': row(
    403,
    'reauthenticate',
    '카드 비밀번호 3회 이상 오류로 계정이 잠긴 상태입니다. 카드 비밀번호를 재등록하시기 바랍니다. (OK캐쉬백 고객센터 1599-0512)',
    'The card is locked after 3 wrong passwords. Please register a new password (OK Cashbag customer centre 1599-0512).',
  ),
  '2302': row(403, 'retry', 'OK캐쉬백 미등록 카드 입니다.', 'This card is not registered with OK Cashbag.'),
  '2400': row(500, 'retry', '푸쉬요청에 오류가 발생했습니다.', 'The request could not be sent to the app.'),
  '2401': row(
    403,
    'retry',
    '푸쉬확인 시간이 지났습니다. 다시 요청해 주시기 바랍니다.',
    'The time to approve has passed. Please request it again.',
  ),
  '2402': row(403, 'retry', 'OK캐쉬백 앱인증에 실패했습니다.', 'The OK Cashbag app did not approve.'),
  '2500': row(500, 'retry', '결제비밀번호 등록 시 오류가 발생 했습니다.', 'The payment PIN could not be registered.'),
  '2501': row(
    400,
    'retry',
    '연속되거나 동일한 3자리 숫자, 개인정보관련 숫자는 설정할 수 없습니다.',
    'Three equal or consecutive digits, or digits of personal data, are not allowed.',
  ),
  '2502': row(500, 'retry', '결제비밀번호 확인 시 오류가 발생했습니다.', 'The payment PIN could not be checked.'),
  '2503': row(403, 'retry', '결제비밀번호가 틀립니다.', 'That payment PIN is not right.'),
  '2504': row(
    403,
    'reauthenticate',
    '결제비밀번호가 연속 5번 틀려 결제비밀번호가 초기화 되었습니다. 본인 인증을 다시 해주시기 바랍니다.',
    'The payment PIN was wrong 5 times in a row and has been reset. Please identify yourself again.',
  ),
  '2505': row(
    403,
    'reauthenticate',
    '결제비밀번호 등록시 인증 정보가 존재하지 않습니다.',
    'There is no identification to register a payment PIN with.',
  ),
  '3030': row(500, 'stop', 'OCB 포인트 적립에 실패', 'The points could not be saved.'),
  '3031': row(500, 'stop', 'OCB 포인트 적립 취소에 실패', 'The saving of points could not be cancelled.'),
  '3039': row(500, 'stop', '결제 요청에 오류가 발생', 'The points could not be used.'),
  '3040': row(500, 'stop', '결제 취소 요청에 오류가 발생', 'The use of points could not be cancelled.'),
  '4000': row(
    500,
    'retry',
    '외부 제휴사와의 연동에서 알 수 없는 오류가 발생',
    'An affiliated system answered with an unknown error.',
  ),
  '4001': row(500, 'retry', '외부 제휴사와의 통신 장애 발생', 'Connection failed.'),
  '4016': row(
    500,
    'retry',
    '회원의 가용포인트가 부족하여 처리할 수 없습니다',
    'The member does not have enough points.',
  ),
  '4017': row(500, 'stop', '[OCB]원거래전표미존재', 'The original transaction does not exist.'),
  '4018': row(500, 'retry', '포인트가 부족하여 사용할 수 없습니다.', 'There are not enough points to use.'),
  '4026': row(500, 'stop', 'NxMile 회원ID 불일치 오류', 'The NxMile member id does not match.'),
  '4040': row(500, 'stop', '카드상태가비정상', 'The card is not in a normal state.'),
  '4043': row(500, 'stop', '14세 미만 회원반영 오류', 'Members under 14 cannot use this service.'),
  '4044': row(500, 'stop', '카드반영오류', 'The card could not be applied.'),
  '4045': row(500, 'stop', '카드상태가 정상(A)이 아닙니다.', 'The state of the card is not normal (A).'),
  '4046': row(500, 'stop', '제휴처포인트 조회 오류입니다.', "The affiliate's points could not be looked up."),
  '4047': row(500, 'stop', '제휴처사용 오류입니다.', "The affiliate's points could not be used."),
  '4048': row(
    500,
    'stop',
    '해당 카드는 SK주유소,충전소에서만 적립/사용이 가능한 카드입니다',
    'This card saves and uses points at SK filling stations only.',
  ),
  '4054': row(
    500,
    'stop',
    '카드소유주 확인을 위해 필요한 암호화된 동일인 식별자값(CI) 이 올바르지 않습니다.',
    'The identifier of the card owner (CI) is not right.',
  ),
  '4055': row(500, 'stop', 'OK캐쉬백 회원조회 오류입니다.', 'The OK Cashbag member could not be looked up.'),
  '4056': row(500, 'stop', '탈회 또는 탈퇴된 OK캐쉬백 카드입니다.', 'This OK Cashbag card has been withdrawn.'),
  '4057': row(500, 'stop', 'OK캐쉬백 탈퇴회원입니다.', 'This member has left OK Cashbag.'),
  '4058': row(500, 'stop', 'OK캐쉬백 회원자격이 중지된 회원입니다.', 'This OK Cashbag membership is suspended.'),
  '4061': row(500, 'retry', '포인트 결제 한도를 초과', 'That is over the limit for one payment with points.'),
  '4062': row(500, 'stop', 'NxMile 통신오류-시스템실연락바람', 'The connection to NxMile failed.'),
  '4072': row(500, 'stop', '유효하지 않은 응답전문', 'The answer received was not valid.'),
  '4074': row(500, 'retry', 'PAYCO 결제처리 오류', 'PAYCO could not process the payment.'),
  '4075': row(500, 'retry', 'PAYCO 충전한도 초과 오류', 'That is over the PAYCO charging limit.'),
  '4076': row(500, 'retry', 'PAYCO요청데이터오류', 'PAYCO did not accept the request.'),
  '4077': row(500, 'retry', 'PAYCO처리불가능거래', 'PAYCO cannot process this transaction.'),
  '4078': row(
    500,
    'retry',
    'PAYCO은행오류_잔액부족등',
    'The bank behind PAYCO refused, for example for lack of funds.',
  ),
  '4079': row(500, 'retry', 'PAYCO내부처리오류', 'PAYCO had an internal error.'),
  '4080': row(500, 'retry', 'PAYCO서비스점검중', 'PAYCO is under maintenance.'),
  '4081': row(500, 'retry', 'PAYCO결제거부오류', 'PAYCO refused the payment.'),
  '4082': row(500, 'stop', '카드및가맹점상태가 비정상.', 'The card or the merchant is not in a normal state.'),
  '5000': row(500, 'retry', '데이터베이스 처리에 알 수 없는 오류가 발생', 'The database had an unknown error.'),
  '9000': row(500, 'stop', 'OKCashbag 시스템 점검중입니다.', 'OK Cashbag is under maintenance.'),
  '9999': row(500, 'stop', '알수없는 오류가 발생했습니다.', 'Unknown error.'),
} as const satisfies Record<string, ErrorRow>;

/** A code of the table. */
export type ErrorCode = keyof typeof ERRORS;
