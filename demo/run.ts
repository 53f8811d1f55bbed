/** A server that listens. */
interface Running {
  url: string;
  close(): Promise<unknown>;
}

/**
 * Starts servers, one after the other, and prints their addresses. SIGINT and SIGTERM close them and end the process.
 */
export async function run(servers: Readonly<Record<string, () => Promise<Running>>>): Promise<void> {
  const running: Running[] = [];
  const stop = async (code: number): Promise<void> => {
    await Promise.all(running.map((server) => server.close()));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
  try {
    for (const [name, start] of Object.entries(servers)) {
      const server = await start();
      running.push(server);
      console.log(`${name} ready: ${server.url}`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await stop(1);
  }
}
