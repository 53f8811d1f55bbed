import { describe } from 'vitest';
import type { Field, Person } from '../../ui/flow';
import { at, EVERY_CONSENT, PERSON } from './states';
import { check, focus, keep, type Row, send, slow } from './table';

/** What the phone screen checks before it sends. */

/** A change of a person who is complete, and what the change is about. */
type Change = [what: string, change: Partial<Person>];

const submitted = (title: string, change: Partial<Person>, next: object, effects: Row[4]): Row => [
  title,
  at('phone', { step: { is: 'phone', person: { ...PERSON, ...change } } }),
  { type: 'SUBMITTED' },
  next,
  effects,
];
const missing = (field: Field, text: string, ...changes: Change[]): Row[] =>
  changes.map(([what, change]) =>
    submitted(`${what} is not sent`, change, { problem: { field, text } }, [keep(2), focus(field)]),
  );
const sent = ([what, change]: Change): Row =>
  submitted(`${what} is sent`, change, {}, [send('requestCode', { ...PERSON, ...change }), slow(8)]);

const birthDates = (...all: string[]): Change[] =>
  all.map((birthDate) => [`the birth date "${birthDate}"`, { birthDate }]);
const phones = (...all: string[]): Change[] => all.map((phone) => [`the number "${phone}"`, { phone }]);
const consents = Object.keys(EVERY_CONSENT).map(
  (consent): Change => [`a person without ${consent}`, { consents: { ...EVERY_CONSENT, [consent]: false } }],
);

describe('the phone screen', () => {
  check([
    ...missing('name', '이름을 입력해 주세요.', ['no name', { name: '' }], ['a name of spaces', { name: '  ' }]),
    ...missing('birthDate', '생년월일 6자리를 입력해 주세요.', ...birthDates('', '90010')),
    ...missing(
      'birthDate',
      '없는 날짜예요. 생년월일을 확인해 주세요.',
      ...birthDates('9001011', '19900101', '900001', '901301', '902101', '900100', '900132', '900140'),
      ...birthDates('991345', '900230', '900431', '900631', '900931', '901131'),
    ),
    ...missing('firstDigit', '주민등록번호 뒤 첫 자리를 입력해 주세요.', ['no first digit', { firstDigit: '' }]),
    ...missing('carrier', '통신사를 선택해 주세요.', ['no carrier', { carrier: '' }]),
    ...missing(
      'phone',
      '휴대폰 번호를 다시 확인해 주세요.',
      ...phones('0212345678', '010123456', '010123456789', '11012345678', '+01012345678'),
    ),
    ...missing('phone', '휴대폰 번호를 입력해 주세요.', ...phones('')),
    ...missing('consents', '필수 약관에 모두 동의해 주세요.', ...consents),
    ...birthDates('900110', '901231', '901020', '900909', '000229', '900130', '901130').map(sent),
    ...phones('0111234567', '01012345678').map(sent),
    submitted('a name is sent without the spaces around it', { name: ' 김 하늘 ' }, {}, [
      send('requestCode', { ...PERSON, name: '김 하늘' }),
      slow(8),
    ]),
  ]);
});
