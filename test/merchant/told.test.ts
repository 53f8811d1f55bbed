import { describe, expect, it } from 'vitest';
import { MerchantError } from '../../merchant/merchant-error';
import { toldBy } from '../../merchant/told';
import { tell } from './scripted-ocb';

describe('the outcome from /result', () => {
  it.each([
    ['of a refusal is the last word', '4018', 'ocb-1', 'refused'],
    ['of a refusal that got no ocbTransactionId is the last word', '4018', '', 'refused'],
    ['of a call whose original is missing is the last word', '4017', 'ocb-1', 'refused'],
    ['of a call that it does not know is open', '4017', '', 'open'],
  ])('%s', (_title, code, ocbTransactionId, outcome) => {
    const error = { code, status: 200, message: 'why', detail: 'told by /result', retrySafe: false };
    expect(toldBy('use', tell(code, ocbTransactionId))).toMatchObject({ outcome, error });
  });

  it.each(['4000', '4001', '4062', '4072', '5000', '9000', '9999'])(
    'is open with %s: the approval system may have approved it',
    (code) => {
      const error = { code, status: 200, detail: 'told by /result', retrySafe: true };
      expect(toldBy('use', tell(code))).toMatchObject({ outcome: 'open', error, hasArrived: true });
    },
  );

  it.each(['use', 'usePart', 'cancel'] as const)('is unreadable for an approved %s without its points', (call) => {
    const told = () => toldBy(call, { ...tell('0000'), useInfo: null });
    const detail = `/result approves ${call} without its useInfo.useOcbPoint`;
    expect(told).toThrow(expect.objectContaining({ code: '4072', message: '유효하지 않은 응답전문', detail }));
    expect(told).toThrow(MerchantError);
  });
});
