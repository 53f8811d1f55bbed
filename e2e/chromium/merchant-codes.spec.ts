import { ERRORS } from '../../contract/errors';
import { expect, test } from '../fixtures';

test('a code that the merchant’s server got is told to its caller', async ({ sandbox }) => {
  const merchant = await sandbox.merchant();
  for (const code of ['3039', '4018', '5000', '9000'] as const) {
    const { status } = ERRORS[code];
    await sandbox.fault({ call: '*', errorCode: code });
    await expect(merchant.issueToken({ mctAmount: 1 })).rejects.toMatchObject({ code, status });
    const isUndecided = ['5000', '9000'].includes(code);
    // What 5000 and 9000 leave open is asked again and again: the kit's own tests wait for it, with a clock of their own.
    if (!isUndecided) {
      const used = await merchant.use({ mctTransactionId: `faulty-${code}`, ocbUseTrAuthToken: 'x'.repeat(128) });
      expect(used).toMatchObject({ outcome: 'refused', error: { code, status } });
    }
    await sandbox.clearFaults();
  }
});
