import type { Ocb } from './serve';

/** Closes the server and ends the process on SIGTERM or SIGINT. */
export function stopOnSignals(ocb: Ocb): void {
  const stop = () => {
    ocb.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
