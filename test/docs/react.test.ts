// @vitest-environment jsdom
import { act, createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useOKcashbag } from '../../client/react';
import { type FakeOKcashbag, installFakeOKcashbag } from '../../client/testing';
import type { PointsAuthenticated } from '../../src/api';

/** The component of docs/react.md. */
function PayWithPoints({ onPoints }: { onPoints: (result: PointsAuthenticated) => void }) {
  const { show, isPending, error } = useOKcashbag({
    src: 'https://FRONT/js/okcashbagapi.js',
    token: async () => 'token',
    onAuthenticated: onPoints,
  });
  return createElement(
    'div',
    null,
    createElement('button', { type: 'button', onClick: show, disabled: isPending }),
    error && error.errorCode !== '2002' && createElement('p', { role: 'alert' }, error.errorMessage),
  );
}

// #region test
let fake: FakeOKcashbag;
let root: Root;
const onPoints = vi.fn();
const $ = (selector: string) => document.querySelector<HTMLElement>(selector);

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  fake = installFakeOKcashbag(); // window.OKcashbagAPI: no script is loaded
  root = createRoot(document.body.appendChild(document.createElement('main')));
  await act(async () => root.render(createElement(PayWithPoints, { onPoints })));
  await act(async () => $('button')?.click());
});
afterEach(async () => {
  await act(async () => root.unmount());
  fake.uninstall();
  document.body.innerHTML = '';
});

it('passes on the points that the shopper chose', async () => {
  await act(() => fake.succeed({ usePoint: 3_000 }));
  expect(onPoints).toHaveBeenCalledWith(expect.objectContaining({ usePoint: 3_000 }));
});

it('shows why points cannot be used', async () => {
  await act(() => fake.fail('4058'));
  expect($('[role=alert]')?.textContent).toBe('This OK Cashbag membership is suspended.');
});

it('says nothing to a shopper who closes the popup, and lets them pay again', async () => {
  expect($('button')?.matches(':disabled')).toBe(true);
  await act(() => fake.close());
  expect($('[role=alert]')).toBe(null);
  expect($('button')?.matches(':disabled')).toBe(false);
});
// #endregion test
