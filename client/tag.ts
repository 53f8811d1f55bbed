/** The script's tags in the page. */

const ADDRESS = /\/okcashbagapi[^/?#]*\.js([?#]|$)/;

/** Those whose script did not come: they stay in a page that has them in its HTML. */
const failed = new WeakSet<HTMLScriptElement>();

/** Whether the browser runs it: consent managers keep scripts from running by another type. */
const runs = ({ type }: HTMLScriptElement) => type === '' || /javascript/i.test(type);

const tags = () =>
  Array.from(document.querySelectorAll<HTMLScriptElement>('script[src]')).filter(
    (tag) => ADDRESS.test(tag.src) && runs(tag),
  );

/** Returns the page's tag that has the script, or is about to get it. */
export const findTag = (): HTMLScriptElement | undefined => tags().find((tag) => !failed.has(tag));

/** Returns the address of a tag whose script did not come. */
export const failedAddress = (): string | undefined => tags()[0]?.src;

/** Does not count a tag any longer. */
export const giveUp = (tag: HTMLScriptElement): void => void failed.add(tag);

/** Calls `done` when the tag's script has run, or cannot. What was before is not told: call it as early as you can. */
export function watchTag(tag: HTMLScriptElement, done: (hasRun: boolean) => void): void {
  tag.addEventListener('load', () => done(true), { once: true });
  tag.addEventListener('error', () => done(false), { once: true });
}

/**
 * Watches the page's tag from now on: one that fails before the first call of `loadOKcashbagAPI` would make that wait
 * for its limit.
 */
export function watchPage(): void {
  const tag = typeof document === 'undefined' ? undefined : findTag();
  if (tag) watchTag(tag, (hasRun) => hasRun || giveUp(tag));
}
