/**
 * The rules of the merchants' calls as a merchant knows them, in memory and sequential: written from the specification
 * and docs/decisions/0011, independently of the sandbox's code. Requests refer to each other by their index.
 */

/** A request, with indexes of earlier requests in place of their ocbTransactionIds. */
export type Request =
  | { call: 'use'; who: number; token: number; ocb: number; dutum: number; charge: number }
  | { call: 'cancel'; of: number }
  | { call: 'usePart'; use: number; cancel: number; mctAmount: number; ocb: number }
  | { call: 'save'; who: number; points: number }
  | { call: 'cancelSave'; of: number };

/** The outcome of a request: the points moved, all 0 if it was refused. */
export interface Outcome {
  code: string;
  ocb: number;
  dutum: number;
  charge: number;
}

interface Done extends Outcome {
  request: Request;
  who: number;
  mctAmount: number;
  /** Whether its cancel, or the partial use after a cancel, was approved. */
  isFollowed: boolean;
}

const MCT_AMOUNT = 50_000;
const PAYCO_REFUSES = [4074, 4075, 4076, 4077, 4078, 4079, 4080, 4081];

/** Creates a bank of members with these balances. */
export function bank(start: readonly { ocb: number; dutum: number }[]) {
  const points = start.map((has) => ({ ...has }));
  const done: Done[] = [];
  const spent = new Set<number>();

  const at = (place: number, ...calls: Request['call'][]): Done | undefined => {
    const found = done[place];
    return found?.code === 'ok' && calls.includes(found.request.call) ? found : undefined;
  };
  const has = (who: number) => points[who] as { ocb: number; dutum: number };

  function decide(request: Request): Partial<Done> & { code: string } {
    switch (request.call) {
      case 'use': {
        const { who, token, ocb, dutum, charge } = request;
        if (spent.has(token)) return { code: '1000' };
        if (has(who).ocb < ocb - charge || has(who).dutum < dutum) return { code: '4018' };
        if (PAYCO_REFUSES.includes(charge)) return { code: String(charge) };
        spent.add(token);
        has(who).ocb -= ocb - charge;
        has(who).dutum -= dutum;
        return { code: 'ok', who, ocb, dutum, charge, mctAmount: MCT_AMOUNT };
      }
      case 'cancel': {
        const use = at(request.of, 'use', 'usePart');
        if (!use) return { code: '4017' };
        if (use.isFollowed) return { code: '3040' };
        use.isFollowed = true;
        has(use.who).ocb += use.ocb - use.charge;
        has(use.who).dutum += use.dutum;
        const { who, ocb, dutum, charge, mctAmount } = use;
        return { code: 'ok', who, ocb, dutum, charge, mctAmount };
      }
      case 'usePart': {
        const use = at(request.use, 'use', 'usePart');
        const cancel = at(request.cancel, 'cancel');
        const isOfThatUse = cancel?.request.call === 'cancel' && cancel.request.of === request.use;
        if (!use || !cancel || !isOfThatUse) return { code: '4017' };
        const { ocb, mctAmount } = request;
        const isTooMuch = ocb > use.ocb || mctAmount > use.mctAmount || ocb > mctAmount;
        if (ocb === 0 || isTooMuch) return { code: '1000' };
        if (cancel.isFollowed) return { code: '3039' };
        const charge = Math.max(0, ocb - has(use.who).ocb);
        if (charge > use.charge) return { code: '4018' };
        if (PAYCO_REFUSES.includes(charge)) return { code: String(charge) };
        cancel.isFollowed = true;
        has(use.who).ocb -= ocb - charge;
        return { code: 'ok', who: use.who, ocb, charge, mctAmount };
      }
      case 'save':
        has(request.who).ocb += request.points;
        return { code: 'ok', who: request.who, ocb: request.points };
      case 'cancelSave': {
        const save = at(request.of, 'save');
        if (!save) return { code: '4017' };
        if (save.isFollowed || has(save.who).ocb < save.ocb) return { code: '3031' };
        save.isFollowed = true;
        has(save.who).ocb -= save.ocb;
        return { code: 'ok', who: save.who, ocb: save.ocb };
      }
    }
  }

  return {
    points,
    /** Returns the outcome of a new request, and stores it at the next index. */
    take(request: Request): Outcome {
      const nothing = { who: -1, mctAmount: 0, ocb: 0, dutum: 0, charge: 0, isFollowed: false };
      const one = { request, ...nothing, ...decide(request) };
      done.push(one);
      const { code, ocb, dutum, charge } = one;
      return { code, ocb, dutum, charge };
    },
  };
}
