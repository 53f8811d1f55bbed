import type { Step } from '../flow';
import { CODE, PUSH } from './confirm';
import { OPENING, STOP } from './ends';
import { CARD, METHOD, PHONE } from './identify';
import type { Moment } from './moment';
import { CONFIRM_PIN, NEW_PIN, PIN, PIN_GONE } from './pins';
import { DONE, POINTS } from './points';

/** The states of one screen, by name; `plain` is how one usually comes to it. */
type Moments = { plain: Moment } & { [name: string]: Moment };

/** All states of all screens. A new step without a state does not compile. */
const SCREENS: { [S in Step['is']]: Moments } = {
  opening: OPENING,
  method: { ...METHOD, ...PIN_GONE },
  card: CARD,
  phone: PHONE,
  code: CODE,
  push: PUSH,
  newPin: NEW_PIN,
  confirmPin: CONFIRM_PIN,
  pin: PIN,
  points: POINTS,
  done: DONE,
  stop: STOP,
};

/** Every state by its name: that of the screen, for one that is not plain with a word behind it, as in `card-busy`. */
export const STATES: { [name: string]: Moment } = {};

for (const [screen, moments] of Object.entries(SCREENS)) {
  for (const [name, moment] of Object.entries(moments)) {
    if (moment.state.step.is !== screen) throw new Error(`"${name}" is at ${moment.state.step.is}, not at ${screen}.`);
    STATES[name === 'plain' ? screen : `${screen}-${name}`] = moment;
  }
}
