import type { FastifyInstance } from 'fastify';
import {
  FRONT_API,
  type FrontCall,
  type FrontRefusal,
  type FrontRequest,
  type FrontResponse,
} from '../../contract/front-api';
import { Refusal } from '../services/refusal';

/** A call of the popup was refused. Carries the response that the popup received. */
export class CallRefused extends Error {
  constructor(
    readonly status: number,
    readonly body: FrontRefusal,
  ) {
    super(`refused with ${body.errorObject.errorCode}`);
    this.name = 'CallRefused';
  }
}

export type PopupCalls = <C extends FrontCall>(call: C, body: FrontRequest<C>) => Promise<FrontResponse<C>>;

/**
 * Returns a function that makes the popup's calls through the app's own routes, so that limits and faults apply. It
 * throws CallRefused for a refusal, and 4001 if there is no response.
 */
export const popupCalls =
  (app: FastifyInstance): PopupCalls =>
  async <C extends FrontCall>(call: C, body: FrontRequest<C>) => {
    const noResponse = () => {
      throw new Refusal('4001', { detail: `The call "${call}" got no response` });
    };
    const response = await app.inject({ method: 'POST', url: `${FRONT_API}/${call}`, payload: body }).catch(noResponse);
    if (response.statusCode !== 200) throw new CallRefused(response.statusCode, response.json());
    return response.json() as FrontResponse<C>;
  };
