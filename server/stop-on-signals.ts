import type { Ocb } from './serve';

/** Closes a server on SIGTERM or SIGINT, and ends the process. */
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
