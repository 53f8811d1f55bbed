import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { Browser, BrowserType } from '@playwright/test';

/** A pong that nobody asked for: one of a one-way heartbeat (RFC 6455, 5.5.3). Gecko takes a mask of zeros for none. */
const PONG = Buffer.from([0x8a, 0x80, 1, 1, 1, 1]);

/**
 * Starts Firefox without its pause of 40 ms before every answer that follows another. Its end of the WebSocket holds a
 * small packet back until the one before is acknowledged (Nagle's algorithm: it sets TCP_NODELAY for connections that
 * it makes, not for those that it takes), and our system acknowledges late, hoping to send something along. So
 * something is sent along.
 */
export async function launchFirefox(type: BrowserType): Promise<Browser> {
  const acknowledge = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    socket.once('data', (head: Buffer) => {
      if (head.toString('latin1').startsWith('HTTP/1.1 101')) socket.on('data', () => socket.write(PONG));
    });
  };
  subscribe('net.client.socket', acknowledge);
  try {
    return await type.launch();
  } finally {
    unsubscribe('net.client.socket', acknowledge);
  }
}
