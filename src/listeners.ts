/** What `on` was given: an event's name and its listener, or a listener of every event. */
export type Entry = [nameOrListener: unknown, listener?: unknown];

type Call = (...heard: unknown[]) => void;

/**
 * Tells an entry in a turn of its own: a listener that throws keeps nothing from the others, and its error reaches the page's
 * `onerror`.
 */
export function tell(entry: Entry, name: string, result: unknown): void {
  setTimeout(() => {
    if (!entry[1]) (entry[0] as Call)(name, result);
    else if (entry[0] == name) (entry[1] as Call)(result);
  });
}
