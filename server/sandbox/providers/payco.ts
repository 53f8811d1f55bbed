import { paycoCodes } from '../../../contract/errors';
import { Refusal } from '../../services/refusal';

/**
 * PAYCO's refusal to sell so many points, if it refuses. This sandbox's PAYCO goes by the number: 4,074 points are refused with
 * 4074, and so on to 4,081, so that each refusal can be tried; all other charges succeed.
 */
export function paycoRefused(points: number): Refusal | undefined {
  const code = paycoCodes().find((one) => Number(one) === points);
  return code && new Refusal(code, { detail: 'PAYCO did not charge' });
}
