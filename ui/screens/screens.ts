import type { JSX } from 'preact';
import type { Step } from '../flow';
import type { Drawn } from '../parts/screen';
import { card } from './card';
import { code } from './code';
import { done, stop } from './end';
import { method } from './method';
import { opening } from './opening';
import { phone } from './phone';
import { pin } from './pin';
import { points } from './points';
import { push } from './push';

// Each takes the step that it is named after; `draw` gives it no other.
// biome-ignore lint/suspicious/noExplicitAny: the type cannot say that the key and the argument belong together
const SCREENS: { [S in Step['is']]: (drawn: Drawn, step: any) => JSX.Element } = {
  opening,
  method,
  card,
  phone,
  code,
  push,
  newPin: pin,
  confirmPin: pin,
  pin,
  points,
  done,
  stop,
};

/** The picture of a state. */
export const draw = (drawn: Drawn): JSX.Element => SCREENS[drawn.state.step.is](drawn, drawn.state.step);
