import { createElement, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useOKcashbag } from '../../client/react';

/**
 * A merchant's page in React, in strict mode: its button pays, `rename` renders it again with other callbacks, `leave`
 * takes it away. `window.page` says where the script is and which token to pass.
 */
interface Given {
  src: string;
  token: unknown;
}

const { src, token } = (window as unknown as { page: Given }).page;
const told: unknown[] = [];

function Checkout() {
  const [name, rename] = useState('first');
  Object.assign(window, { rename });
  const { show, isPending, error } = useOKcashbag({
    src,
    token: token as string,
    onAuthenticated: ({ usePoint }) => told.push([name, usePoint]),
    onFailed: ({ errorObject }) => told.push([name, errorObject.errorCode]),
  });
  const text = isPending ? 'pending' : (error?.errorCode ?? 'idle');
  return createElement(
    'div',
    null,
    createElement('button', { type: 'button', id: 'show', onClick: show }, 'pay'),
    createElement('output', null, text),
  );
}

const root = createRoot(document.body.appendChild(document.createElement('main')));
root.render(createElement(StrictMode, null, createElement(Checkout)));
Object.assign(window, { told, leave: () => root.unmount() });
