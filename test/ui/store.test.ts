import { expect, it } from 'vitest';
import { firstState } from '../../ui/flow';
import { createStore } from '../../ui/store';
import { OPENED } from './states';

it('a call is sent before the screen is drawn, and the focus moves afterwards', () => {
  const done: string[] = [];
  const send = createStore(
    firstState(false),
    () => done.push('draw'),
    ({ type }) => done.push(type),
  );
  send(OPENED);
  expect(done).toEqual(['send', 'draw', 'focus', 'wait', 'wait']);
});

it('an event that occurs while another is handled waits for its turn', () => {
  const shown: boolean[] = [];
  const send = createStore(
    firstState(false),
    (state) => {
      shown.push(state.shown);
      if (shown.length === 1) {
        send({ type: 'CLOSED_BY_HOST' });
        expect(shown).toEqual([true]);
      }
    },
    () => {},
  );
  send(OPENED);
  expect(shown).toEqual([true, false]);
});
