import { describe, expect, it } from 'vitest';
import { follow, opening, refused } from '../../ui/gallery/moment';
import { STATES } from '../../ui/gallery/states';

describe('the list of states', () => {
  it('shows every state to a shopper for whom nothing is over', () => {
    for (const [name, { state }] of Object.entries(STATES)) {
      expect(state, name).toMatchObject({ shown: true, over: false });
    }
  });

  it('has no two states that are the same', () => {
    const states = Object.values(STATES).map(({ state }) => JSON.stringify(state));
    expect(states.filter((state, i) => states.indexOf(state) !== i)).toEqual([]);
  });

  it('refuses what does not happen in a state', () => {
    expect(() => follow(opening, { type: 'SUBMITTED' })).toThrow('SUBMITTED changes nothing at "opening".');
    expect(() => follow(opening, refused('2503'))).toThrow('At "opening" the call in flight is open.');
  });
});
