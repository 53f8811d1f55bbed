/** How elements are made where there is no createElementNS (Internet Explorer 8), with what those elements lack. */
import { withInputEvent } from './input-event';
import { withListeners } from './listeners';

const createNative = document.createElementNS;

document.createElementNS = ((namespace: string, name: string) =>
  withInputEvent(
    withListeners(createNative ? createNative.call(document, namespace, name) : document.createElement(name)),
  )) as typeof document.createElementNS;
