import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections: a browser opens hundreds of those meanwhile. */
const FIRST = 15_000;
const LAST = 31_000;
/** So many workers can look for ports at once without finding the same. */
const WORKERS = 8;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** Ports of this worker's own that nothing listens on now. */
export async function freePorts(count: number, worker: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const some = FIRST + Math.floor((Math.random() * (LAST - FIRST)) / WORKERS) * WORKERS;
    const port = some + (worker % WORKERS);
    if (!ports.includes(port) && (await isFree(port))) ports.push(port);
  }
  return ports;
}
