import type { FastifyReply } from 'fastify';

/** Returns a signal that aborts when the caller disconnects before the response. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}
