import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** So many wrong codes close the door until the server starts again: a guesser's chance is one in a million. */
export const MAX_WRONG_CODES = 100;
/** The oldest visitor has to type the code again. */
const MAX_VISITORS = 1_000;

/** Decides who may prepare cases: everybody on this machine, or who typed the code. */
export interface Door {
  /** Whether a code is needed at all. */
  readonly hasCode: boolean;
  /** Whether the holder of this cookie has typed the code. */
  letsIn(cookie: string | undefined): boolean;
  /** Returns a cookie for whoever typed the right code. */
  open(typed: string): string | 'wrong' | 'closed';
}

const hash = (text: string) => createHash('sha256').update(text).digest();

/** Creates the door. Without a code it is open, because the server then listens on loopback only. */
export function createDoor(code: string | undefined): Door {
  const visitors = new Set<string>();
  let wrongCodes = 0;
  return {
    hasCode: code !== undefined,
    letsIn: (cookie) => code === undefined || (cookie !== undefined && visitors.has(cookie)),
    open(typed) {
      if (code === undefined || wrongCodes >= MAX_WRONG_CODES) return 'closed';
      if (!timingSafeEqual(hash(typed.replace(/[\s-]/g, '')), hash(code))) {
        wrongCodes += 1;
        return 'wrong';
      }
      const cookie = randomBytes(32).toString('base64url');
      visitors.add(cookie);
      const [oldest = ''] = visitors;
      if (visitors.size > MAX_VISITORS) visitors.delete(oldest);
      return cookie;
    },
  };
}
