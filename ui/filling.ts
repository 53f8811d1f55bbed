/**
 * Filling in what proves who one is, field by field: what is missing, what is said of it, what comes next, what is
 * shown yet. Pure, as the reducer that uses it.
 */

import * as text from 'words';
import type { Consents, Field, Step } from './flow';

/** Numbers of a length that everybody knows. Whoever has typed the last digit is taken to the next field. */
const WHOLE: { [F in Field]?: number } = { cardNumber: 16, birthDate: 6, firstDigit: 1, phone: 11, code: 6 };

/** YYMMDD; some months have fewer than 31 days. */
const BIRTH_DATE = /^\d\d(?!0[2469]31|1131|0230)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

const CONSENTS = Object.keys(text.consents) as (keyof Consents)[];

interface Blank {
  field: keyof typeof text.missing;
  /** What is there; empty when nothing is. */
  typed: string;
  isFilled: boolean;
}

/** The fields of a screen that have to be filled in, in their order. */
function blanksAt(step: Step): Blank[] {
  const whole = (field: keyof typeof text.missing, typed: string): Blank => ({
    field,
    typed,
    isFilled: typed.length === WHOLE[field],
  });
  const some = (field: keyof typeof text.missing, typed: string): Blank => ({
    field,
    typed,
    isFilled: !!typed.trim(),
  });
  const telephone = (typed: string): Blank => ({ field: 'phone', typed, isFilled: /^01\d{8,9}$/.test(typed) });
  switch (step.is) {
    case 'card':
      return [whole('cardNumber', step.cardNumber), some('cardPassword', step.cardPassword)];
    case 'phone': {
      const { name, birthDate, firstDigit, carrier, phone, consents } = step.person;
      const given = CONSENTS.filter((to) => consents[to]);
      return [
        some('name', name),
        { field: 'birthDate', typed: birthDate, isFilled: BIRTH_DATE.test(birthDate) },
        some('firstDigit', firstDigit),
        some('carrier', carrier),
        telephone(phone),
        { field: 'consents', typed: given.join(), isFilled: given.length === CONSENTS.length },
      ];
    }
    case 'push':
      return step.sent ? [] : [telephone(step.phone)];
    case 'code':
      return [whole('code', step.code)];
    default:
      return [];
  }
}

const wanting = (step: Step): Blank | undefined => blanksAt(step).filter(({ isFilled }) => !isFilled)[0];

const fieldsOf = (blanks: Blank[]): string[] => blanks.map(({ field }) => field);

/** The first field that is still to be filled in; undefined when the screen can be sent. */
export const nextBlank = (step: Step): Blank['field'] | undefined => wanting(step)?.field;

/** What is said of a field that is not filled in as it should be: nothing is there yet, or what is there is wrong. */
export function whatIsMissing(step: Step, field: Blank['field']): string {
  const wrong: { [F in Field]?: string } = text.wrong;
  const most = field === 'birthDate' ? 6 : 1;
  const isThere = blanksAt(step).some((blank) => blank.field === field && blank.typed.length >= most);
  return (isThere && wrong[field]) || text.missing[field];
}

/** Whether a field is shown: those before it are filled in, or something is in it or behind it. */
export function isShown(step: Step, field: Field): boolean {
  const blanks = blanksAt(step);
  const at = fieldsOf(blanks).indexOf(field);
  return blanks.slice(0, at).every(({ isFilled }) => isFilled) || blanks.slice(at).some(({ typed }) => !!typed);
}

/** The field to go on to, without a word, for whoever has done with `from`: the next one, when it is empty. */
export function comesAfter(step: Step, from: string): Blank['field'] | undefined {
  const fields = fieldsOf(blanksAt(step));
  const next = wanting(step);
  const at = fields.indexOf(from);
  return next && !next.typed && at >= 0 && at < fields.indexOf(next.field) ? next.field : undefined;
}

/** The same, for whoever has just typed the last digit of `field`, or chosen in it. */
export function followsTyping(before: Step, after: Step, field: Field): Blank['field'] | undefined {
  const length = (step: Step): number =>
    blanksAt(step)
      .filter((blank) => blank.field === field)
      .map(({ typed }) => typed.length)[0] || 0;
  const isDone = WHOLE[field] ? length(before) < length(after) && length(after) === WHOLE[field] : field === 'carrier';
  return isDone ? comesAfter(after, field) : undefined;
}
