import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import type { MerchantClient, TokenRequest, TransactionQuery } from '../../../merchant/client';
import { questionOf } from '../../../merchant/client';
import { type Merchant, merchantAt } from '../merchants';
import type { QaApp } from '../qa-app';

const MONEY_CALLS = ['use', 'cancel', 'usePart', 'save', 'cancelSave'] as const;

const CALL = Type.Object({
  call: Type.Enum(['issueToken', 'result', ...MONEY_CALLS]),
  merchant: Type.Integer({ minimum: 0, maximum: 1 }),
  /** As the tester wrote it, right or wrong: OCB is the one who checks it. */
  request: Type.Object({}, { additionalProperties: true }),
  /** What a use has to be approved for. */
  expect: Type.Optional(
    Type.Object({ mctAmount: Type.Integer({ minimum: 0 }), usePoint: Type.Optional(Type.Integer({ minimum: 0 })) }),
  ),
});

type Request = Record<string, unknown>;

/** A call that moves points, with a new id unless the tester gave one. */
async function moveMoney(client: MerchantClient, call: (typeof MONEY_CALLS)[number], given: Request, expect?: object) {
  const request = { mctTransactionId: `qa-${randomUUID()}`, ...given };
  const make = client[call] as (request: object, options: object) => Promise<object>;
  const { day } = questionOf(call, request as never);
  return { ...(await make(request, expect ? { expect } : {})), request, day };
}

/** Registers the seven server calls, as a merchant's server makes them with the kit. */
export function callRoutes(app: QaApp, merchants: readonly Merchant[]): void {
  app.post('/api/call', { schema: { body: CALL } }, async ({ body }) => {
    const { client } = merchantAt(merchants, body.merchant);
    const request = body.request as Request;
    if (body.call === 'issueToken') return client.issueToken(request as TokenRequest);
    if (body.call === 'result') return client.result(request as TransactionQuery);
    return moveMoney(client, body.call, request, body.expect);
  });
}
