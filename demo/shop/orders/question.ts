import { type Question, questionOf } from '../../../merchant/client';
import type { Order } from '../storage/orders';
import type { OrderStep } from '../storage/steps';
import { standingSave, standingUse } from './standing';

/** Builds the question for a step in state `asking`. It is the same on every attempt. */
export function questionAt(order: Order, step: OrderStep): Question {
  return { ...asked(order, step), sentAt: known(step.sentAt).getTime() };
}

function asked({ steps, usePoint }: Order, step: OrderStep): Question {
  const { number, kind, mctTransactionId, mctAmount, askedPoint, secret } = step;
  const at = known(step.askedAt).getTime();
  const before = steps.slice(0, number - 1);
  switch (kind) {
    case 'USE': {
      // The token comes from the page, which may have had it authorised for another order.
      const expect = { mctAmount, usePoint };
      return questionOf('use', { mctTransactionId, ocbUseTrAuthToken: known(secret) }, { now: at, expect });
    }
    case 'CANCEL':
      return questionOf('cancel', { mctTransactionId, orgOcbTransactionId: idOf(standingUse(before)) }, { now: at });
    case 'PART': {
      // The previous step has cancelled the use that this one replaces.
      const orgUseOcbTransactionId = idOf(standingUse(before.slice(0, -1)));
      const orgCancelUseOcbTransactionId = idOf(before.at(-1));
      const ids = { mctTransactionId, orgUseOcbTransactionId, orgCancelUseOcbTransactionId };
      return questionOf('usePart', { ...ids, mctAmount, useOcbPoint: askedPoint }, { now: at });
    }
    case 'SAVE': {
      const card = { authType: 'CARD', authID: known(secret) } as const;
      return questionOf('save', { mctTransactionId, ...card, reqPoint: askedPoint }, { now: at });
    }
    case 'CANCEL_SAVE':
      return questionOf(
        'cancelSave',
        { mctTransactionId, orgOcbTransactionId: idOf(standingSave(before)) },
        { now: at },
      );
  }
}

const idOf = (step: OrderStep | undefined): string => known(step?.ocbTransactionId);

/** Asserts a value that the tables' constraints and the plan guarantee. */
function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('expected a step that can be asked');
  return value;
}
