import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

/** `bare-server.ts <file> …`: a Fastify that does nothing but send the Buffers of some files, at `/0`, `/1`, … */
const app = Fastify();
for (const [at, file] of process.argv.slice(2).entries()) {
  const body = readFileSync(file);
  app.get(`/${at}`, (_request, reply) => {
    reply.header('content-encoding', 'br').type('text/plain').send(body);
  });
}
process.stdout.write(`ready: ${await app.listen({ port: 0 })}\n`);
