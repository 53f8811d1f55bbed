/** How elements are made where there is no createElementNS (Internet Explorer 8), and what they lack. */
import { withInputEvent } from './input-event';
import { withListeners } from './listeners';

const createNative = document.createElementNS;

const create = (namespace: string, name: string): Element =>
  createNative ? createNative.call(document, namespace, name) : document.createElement(name);

document.createElementNS = ((namespace: string, name: string) =>
  withInputEvent(withListeners(create(namespace, name)))) as typeof document.createElementNS;
