import { MINI_BROWSER, WEBKIT_DRIVER } from '../../scripts/webkit.mjs';
import { modernRemoteDriver } from '../drivers/remote';
import { w3cSession } from '../drivers/w3c';
import { freePorts } from '../servers/ports';
import type { Engine } from './engine';
import { startProgram } from './program';
import { startScreen } from './screen';

const WINDOW = { width: 1280, height: 900 };

/**
 * WebKitGTK, the engine of Safari, in Debian's MiniBrowser on a screen that nobody sees. A window is a session: it
 * keeps nothing.
 */
export async function startWebKit(worker: number): Promise<Engine> {
  const [port] = await freePorts(1, worker);
  const url = `http://127.0.0.1:${port}`;
  const screen = await startScreen();
  const program = await startProgram(WEBKIT_DRIVER, [`--port=${port}`], `${url}/status`, screen.env).catch(
    async (error) => {
      await screen.stop();
      throw error;
    },
  );
  return {
    async open() {
      const session = await w3cSession(url, {
        'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
      });
      await session.resize(WINDOW.width, WINDOW.height);
      return { driver: modernRemoteDriver(session), close: () => session.close() };
    },
    async close() {
      await program.stop();
      await screen.stop();
    },
  };
}
