import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { benchPage, FLOOR_FRAME, type PageName } from './floor';
import { startSlowLink } from './slow-link';

/**
 * A process with what the benches need beside the servers: pages, the floors' frame, and a gateway that has the front
 * server's documents and calls and the floors' documents at one origin, so that a floor can call the front server, too.
 * Everything passes one gateway.
 */

const { FILES_URL = '', CALLS_URL = '', PAGES_PORT = '', SLOW_PAGES_PORT = '', RTT_MS = '' } = process.env;

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

function serve(host: string, port: number, handler: Handler): Promise<number> {
  const server = createServer(handler);
  return new Promise((resolve) => {
    server.listen(port, host, () => resolve((server.address() as { port: number }).port));
  });
}

const html = (outgoing: ServerResponse, body: string): void => {
  outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
};

const agent = new Agent({ keepAlive: true });
const floorPort = await serve('127.0.0.1', 0, (_incoming, outgoing) => html(outgoing, FLOOR_FRAME));
const serverOf = (url: string): string => {
  if (url.startsWith('/floor/')) return `http://127.0.0.1:${floorPort}`;
  return url.startsWith('/front/') ? CALLS_URL : FILES_URL;
};
const gatewayPort = await serve('127.0.0.1', 0, (incoming, outgoing) => {
  const { url = '', method, headers } = incoming;
  const passed = request(`${serverOf(url)}${url}`, { method, headers, agent }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.on('error', () => outgoing.destroy());
  incoming.pipe(passed);
});
const slowPort = await startSlowLink(gatewayPort, Number(RTT_MS));

const pages =
  (front: string): Handler =>
  ({ url = '' }, outgoing) =>
    html(outgoing, benchPage(new URL(url, 'http://localhost').pathname.slice(1) as PageName, front));
await serve('localhost', Number(PAGES_PORT), pages(`http://127.0.0.1:${gatewayPort}`));
await serve('localhost', Number(SLOW_PAGES_PORT), pages(`http://127.0.0.1:${slowPort}`));

process.once('disconnect', () => process.exit());
process.send?.('ready');
