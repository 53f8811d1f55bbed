/** A new PIN, the same once more, and the one to pay with. */
import { TROUBLES } from '../../contract/troubles';
import { cardSent } from './identify';
import { answered, follow, lost, pressed, refused, saying, slow } from './moment';

const keypad = { keypadId: 'keypad', digits: [7, 2, 9, 4, 0, 1, 8, 3, 6, 5] };

const newPin = follow(cardSent, answered('identifyByCard', { step: 'newPin', keypad }));
const newPinSent = follow(newPin, ...pressed(6));
const confirmPin = follow(newPinSent, answered('enterNewPin', { step: 'confirmPin', keypad }));
const confirmPinSent = follow(confirmPin, ...pressed(6));

const pinWith = (attemptsLeft: number) => ({ step: 'pin' as const, keypad, attemptsLeft });
const pin = follow(cardSent, answered('identifyByCard', pinWith(5)));
export const pinSent = follow(pin, ...pressed(6));
const wrong = (attemptsLeft: number) => refused('2503', { attemptsLeft, step: pinWith(attemptsLeft) });
const withoutCard = { step: 'method' as const, withoutCard: true as const };

export const NEW_PIN = {
  plain: newPin,
  entered: follow(newPin, ...pressed(3)),
  'too-simple': follow(
    newPinSent,
    refused('2501', { step: { step: 'newPin', keypad }, ...saying(TROUBLES.consecutiveDigits) }),
  ),
  different: follow(
    confirmPinSent,
    refused('2500', { step: { step: 'newPin', keypad }, ...saying(TROUBLES.pinsDiffer) }),
  ),
  busy: newPinSent,
};

export const CONFIRM_PIN = {
  plain: confirmPin,
  entered: follow(confirmPin, ...pressed(5)),
  busy: confirmPinSent,
};

export const PIN = {
  plain: pin,
  entered: follow(pin, ...pressed(3)),
  wrong: follow(pinSent, wrong(4)),
  'wrong-entered': follow(pinSent, wrong(1), ...pressed(2)),
  'few-tries': follow(cardSent, answered('identifyByCard', pinWith(2))),
  busy: pinSent,
  slow: follow(pinSent, slow),
  offline: follow(pinSent, lost('offline')),
};

/** The PIN is deleted, or forgotten: the card alone does not replace it. */
export const PIN_GONE = {
  'pin-deleted': follow(pinSent, refused('2504', { step: withoutCard })),
  'pin-forgotten': follow(pin, { type: 'PIN_FORGOTTEN' }, answered('forgetPin', withoutCard)),
};
