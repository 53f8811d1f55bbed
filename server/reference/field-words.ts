import type { MerchantCall } from '../../contract/merchant-api';
import { say, type Words } from './words';

/** Field descriptions by name. `call.name` overrides a name for one call. */
export const FIELD_WORDS: Readonly<Record<string, Words>> = {
  nxMctNo: say('The number of the merchant', '가맹점 번호'),
  nxMctCorpNo: say('The number of the merchant’s company', '가맹점 법인 번호'),
  mctTransactionId: say(
    'The merchant’s own id of this request. The same id with the same content gets the first response again',
    '가맹점이 정하는 요청 번호. 요청마다 새로 만들며, 같은 번호와 같은 내용은 처음 응답을 다시 받습니다',
  ),
  'result.mctTransactionId': say(
    'The id of the request; empty in a query by ocbTransactionId',
    '조회할 요청의 번호. ocbTransactionId로 조회하면 빈 문자열',
  ),
  mctTransactionDay: say(
    'The date of the request in Korea, YYYYMMDD; the day before and the day after match, too',
    '요청한 날(한국 시각) YYYYMMDD. 하루 차이까지 찾습니다',
  ),
  transactionType: say(
    'USE: uses, their cancels and partial uses. SAVE: saves and their cancels',
    'USE: 사용, 사용 취소, 부분 사용. SAVE: 적립, 적립 취소',
  ),
  mctAmount: say('The purchase amount in won', '구매 금액(원)'),
  'issueToken.mctAmount': say(
    'The purchase amount in won. Decides which 두툼 points are offered; 0 offers all',
    '구매 금액(원). 쓸 수 있는 두툼 포인트를 정하며, 0이면 모두 보여 줍니다',
  ),
  'usePart.mctAmount': say('The purchase amount that remains, in won', '남은 구매 금액(원)'),
  userAuthToken: say(
    'Store it with the account: a popup opened with it requires the PIN only',
    '계정에 저장해 두면 다음 팝업은 결제비밀번호만 묻습니다',
  ),
  'issueToken.userAuthToken': say('From an earlier use of this account', '이 계정의 앞선 사용에서 받은 값'),
  eventInfo: say('For product-level 두툼 points', '상품 단위 두툼 포인트용'),
  eventinfo: say('Another spelling of eventInfo', '같은 필드의 다른 표기'),
  promotionCode: say('The code of the promotion', '행사 코드'),
  eventPrctVolume: say('The quantity of the promoted product', '행사 상품 구매 수량'),
  eventPrctAmout: say(
    'Their amount in won (spelled as on the wire)',
    '행사 상품 구매 금액(원). 전문의 표기 그대로입니다',
  ),
  merchantTrToken: say('Opens the popup: mctTrToken in the browser', '팝업을 여는 토큰. 브라우저에서는 mctTrToken'),
  ocbUseTrAuthToken: say('From POINTS_AUTHENTICATED', 'POINTS_AUTHENTICATED로 받은 토큰'),
  ocbTransactionId: say('OCB’s id of the transaction. Store it', 'OCB 거래 번호. 저장해 두세요'),
  nxAuthDay: say('The date of the approval in Korea, YYYYMMDD', '승인일(한국 시각) YYYYMMDD'),
  nxAuthNo: say('The approval number, which settlement uses', '승인 번호. 정산에 쓰입니다'),
  useOcbPoint: say('OCB points used, including charged ones', '사용한 OCB 포인트(충전 포함)'),
  dutumPoint: say('두툼 points used', '사용한 두툼 포인트'),
  chargePoint: say('How many of the OCB points were bought from PAYCO', 'OCB 포인트 가운데 PAYCO로 충전한 포인트'),
  'usePart.useOcbPoint': say('OCB points that remain used', '사용으로 남길 OCB 포인트'),
  orgOcbTransactionId: say('The ocbTransactionId to cancel', '취소할 거래의 ocbTransactionId'),
  orgUseOcbTransactionId: say('The ocbTransactionId of the use', '사용의 ocbTransactionId'),
  orgCancelUseOcbTransactionId: say('The ocbTransactionId of its cancel', '그 사용 취소의 ocbTransactionId'),
  canceledOcbPoint: say('OCB points returned, including charged ones', '돌려준 OCB 포인트(충전 포함)'),
  canceledDutumPoint: say('두툼 points returned', '돌려준 두툼 포인트'),
  canceledChargePoint: say('How many of them were refunded to PAYCO', '그 가운데 PAYCO로 돌려준 포인트'),
  authType: say('What authID is: a card number or a CI', 'authID의 종류: 카드번호 또는 CI'),
  authID: say('The member’s card number or CI', '회원의 카드번호 또는 CI'),
  reqPoint: say('Points to save', '적립할 포인트'),
  nxOptional: say('For NxMile', '넥스마일용 선택 항목'),
  nxTrDivCd: say('Division of the transaction', '거래 구분 코드'),
  nxStatementCd: say('Code of the statement', '전표 코드'),
  nxContractType: say('Type of the contract', '계약 유형'),
  rxResCode: say('0000 if approved, otherwise the code that refused it', '0000이면 승인, 아니면 거절 코드'),
  'result.errorMessage': say('Why it was refused; empty if approved', '거절 사유. 승인이면 빈 문자열'),
  'result.ocbTransactionId': say(
    'OCB’s id; empty, null or omitted if unknown',
    'OCB 거래 번호. 모르면 빈 문자열이나 null, 또는 생략',
  ),
  transactionTime: say('The time in Korea, YYYYMMDDHH24MISS', '거래 시각(한국) YYYYMMDDHH24MISS'),
  useInfo: say('With USE: the points used or returned', 'USE일 때: 사용하거나 돌려준 포인트'),
  saveInfo: say('With SAVE', 'SAVE일 때'),
  saveOcbPoint: say('Points saved or cancelled', '적립하거나 되돌린 포인트'),
  errorObject: say('null if approved', '승인이면 null'),
  errorCode: say('A code of the error table', '오류 코드'),
  errorMessage: say('For the shopper', '구매자에게 보여 줄 문구'),
  errorDetailMessage: say('For developers: names the invalid field', '개발자용. 잘못된 필드의 이름이 있습니다'),
};

/** Returns the description of a call's field. Throws if there is none, so that no field is published without one. */
export function fieldWords(call: MerchantCall | undefined, name: string): Words {
  const words = FIELD_WORDS[`${call}.${name}`] ?? FIELD_WORDS[name];
  if (!words) throw new Error(`reference/field-words.ts has no words for ${call}.${name}`);
  return words;
}
