/**
 * The opening screen that stands in the document: it is there before this script, and stays until there is something
 * else to show. Drawing it again would cost a cold popup the time in which it could take the focus.
 */
import type { State } from './flow';
import type { Send } from './store';

/** Whether the skeleton shows this state. */
export const isSkeleton = ({ step, problem, request, again }: State): boolean =>
  step.is === 'opening' && !problem && !again && !request?.slow;

const button = (id: 'close' | 'largeText'): HTMLElement => document.getElementById(id) as HTMLElement;

/** Makes the buttons of the skeleton work. */
export function wakeSkeleton(send: Send): void {
  button('close').onclick = () => send({ type: 'CLOSE_PRESSED' });
  button('largeText').onclick = () => send({ type: 'TEXT_SIZE_CHANGED' });
}

/** Shows on the skeleton what may change on it. */
export const updateSkeleton = ({ largeText }: State): void =>
  button('largeText').setAttribute('aria-pressed', largeText ? 'true' : 'false');
