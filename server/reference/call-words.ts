import { type ErrorCode, paycoCodes } from '../../contract/errors';
import type { MerchantCall } from '../../contract/merchant-api';
import { say, type Words } from './words';

/** The description of a server call, and the error codes that refuse it, apart from 1000. */
export interface CallWords {
  title: Words;
  about: Words;
  codes: readonly ErrorCode[];
}

export const CALL_WORDS: Readonly<Record<MerchantCall, CallWords>> = {
  issueToken: {
    title: say('Issue a token', '토큰 발급'),
    about: say(
      'The token opens the popup as often as needed until points are authorised, for 30 minutes. With the userAuthToken of an earlier use, the shopper enters the PIN only.',
      '발급된 토큰으로 포인트를 승인할 때까지 30분 동안 몇 번이든 팝업을 열 수 있습니다. 앞선 사용에서 받은 userAuthToken을 보내면 구매자는 결제비밀번호만 입력합니다.',
    ),
    codes: [],
  },
  use: {
    title: say('Use points', '포인트 사용'),
    about: say(
      'Spends what the shopper authorised in the popup, once, within 10 minutes. After a 500, the token stays valid, for another mctTransactionId.',
      '구매자가 팝업에서 승인한 포인트를 10분 안에 한 번 사용합니다. 500으로 거절된 뒤에는 다른 mctTransactionId로 같은 토큰을 다시 쓸 수 있습니다.',
    ),
    codes: ['3039', '4018', '4057', '4058', ...paycoCodes()],
  },
  cancel: {
    title: say('Cancel a use', '사용 취소'),
    about: say(
      'Cancels a use or a partial use in full, once. All points return to where they came from, and charged amounts to PAYCO.',
      '사용(또는 부분 사용)을 전부, 한 번 취소합니다. 포인트는 원래 있던 곳으로, 충전한 금액은 PAYCO로 돌아갑니다.',
    ),
    codes: ['3040', '4017'],
  },
  usePart: {
    title: say('Use what remains', '부분 사용'),
    about: say(
      'A partial cancel is a cancel, then this call with the amounts that remain used: once, within a day of the cancel, and never more OCB points than were used at first. 두툼 points stay with the member.',
      '부분 취소는 사용 취소를 한 뒤 남는 금액으로 이 호출을 하는 것입니다. 취소 후 하루 안에 한 번만 할 수 있고, 처음 사용한 OCB 포인트를 넘을 수 없습니다. 두툼 포인트는 회원에게 남습니다.',
    ),
    codes: ['3039', '4017', '4018', '4057', '4058', ...paycoCodes()],
  },
  save: {
    title: say('Save points', '포인트 적립'),
    about: say(
      'Saves points for the member whose card number or CI is given. 3030 if the merchant has saved too many points today.',
      '카드번호 또는 CI로 지정한 회원에게 포인트를 적립합니다. 가맹점이 오늘 너무 많이 적립했으면 3030입니다.',
    ),
    codes: ['2302', '3030', '4040', '4043', '4045', '4048', '4054', '4056', '4057', '4058'],
  },
  cancelSave: {
    title: say('Cancel a save', '적립 취소'),
    about: say(
      'Cancels a save in full, once. 3031 if the member has spent the points since.',
      '적립을 전부, 한 번 취소합니다. 회원이 그사이 포인트를 써 버렸으면 3031입니다.',
    ),
    codes: ['3031', '4017'],
  },
  result: {
    title: say('Look up a result', '결과 조회'),
    about: say(
      'Returns the outcome of a request, by mctTransactionId and day or by ocbTransactionId. 4017: no such request has arrived. After a lost response, call this, then repeat the request with the same mctTransactionId.',
      '요청의 결과를 mctTransactionId와 날짜, 또는 ocbTransactionId로 조회합니다. 도착한 요청이 없으면 4017입니다. 응답을 받지 못했으면 여기서 조회한 뒤 같은 mctTransactionId로 같은 요청을 다시 보냅니다.',
    ),
    codes: ['4017'],
  },
};
