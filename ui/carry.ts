/** What was typed, from the screen that asked for it to the next one that does. Pure; never a secret. */
import type { Carried, Method, Step } from './flow';

/** What is carried on from a screen. */
export function carriedFrom(step: Step, carried: Carried): Carried {
  switch (step.is) {
    case 'card':
      return { ...carried, cardNumber: step.cardNumber };
    case 'phone':
    case 'code':
      return { ...carried, person: step.person };
    case 'push':
      return { ...carried, person: { ...carried.person, phone: step.phone } };
    default:
      return carried;
  }
}

/** The first screen of a method, with what is known already. */
export function firstStepOf(method: Method, { person, cardNumber }: Carried): Step {
  if (method === 'card') return { is: 'card', cardNumber, cardPassword: '', attemptsLeft: 0 };
  if (method === 'phone') return { is: 'phone', person };
  return { is: 'push', phone: person.phone, sent: null, number: '', polling: false, misses: 0 };
}

/** Something was typed on this screen that leaving would lose. */
export function hasTyped(step: Step): boolean {
  switch (step.is) {
    case 'card':
      return step.cardNumber + step.cardPassword !== '';
    case 'phone':
    case 'code': {
      const { name, birthDate, firstDigit, carrier, phone } = step.person;
      return name + birthDate + firstDigit + carrier + phone !== '';
    }
    case 'push':
      return step.phone !== '';
    default:
      return 'positions' in step && step.positions.length > 0;
  }
}
