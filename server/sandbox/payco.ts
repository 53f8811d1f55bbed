import type { ErrorCode } from '../../contract/errors';
import { Refusal } from '../services/refusal';

/** What PAYCO can say no with. */
const REFUSALS: readonly ErrorCode[] = ['4074', '4075', '4076', '4077', '4078', '4079', '4080', '4081'];

/**
 * PAYCO's refusal to sell so many points, if it refuses. This sandbox's PAYCO goes by the number: 4,074 points are refused with
 * 4074, and so on to 4,081, so that each refusal can be tried; all other charges succeed.
 */
export function paycoRefused(points: number): Refusal | undefined {
  const code = REFUSALS.find((one) => Number(one) === points);
  return code && new Refusal(code, { detail: 'PAYCO did not charge' });
}
