/** The choice of a method, the card and the phone. */
import { follow, opened, refused, slow, typed } from './moment';

/** Where a session begins. */
export const method = opened({ step: 'method' });
/** The PIN was forgotten. */
const withoutCard = opened({ step: 'method', withoutCard: true });

const card = follow(method, { type: 'METHOD_CHOSEN', method: 'card' });
const cardFilled = follow(card, ...typed({ cardNumber: '9000123412341234', cardPassword: 'password' }));
export const cardSent = follow(cardFilled, { type: 'SUBMITTED' });
const cardAgain = follow(cardSent, refused('2300', { attemptsLeft: 2 }), ...typed({ cardPassword: 'password' }), {
  type: 'SUBMITTED',
});
const cardBeforeLast = follow(cardAgain, refused('2300', { attemptsLeft: 1 }));

const phone = follow(method, { type: 'METHOD_CHOSEN', method: 'phone' });
const person = typed({ name: '김하늘', birthDate: '900101', firstDigit: '2', carrier: 'SKT', phone: '01012345678' });
const phoneWithoutConsent = follow(phone, ...person);
const phoneFilled = follow(phoneWithoutConsent, { type: 'CONSENTED', to: 'all', value: true });
export const phoneSent = follow(phoneFilled, { type: 'SUBMITTED' });

export const METHOD = {
  plain: method,
  'without-amount': opened({ step: 'method' }, { mctAmount: 0 }),
  'long-name': opened(
    { step: 'method' },
    { merchantName: '아름다운 사람들의 건강한 먹거리 협동조합 온라인 직영점', mctAmount: 12_345_678 },
  ),
  'without-card': withoutCard,
  'card-locked': follow(cardSent, refused('2301')),
  'card-locked-before': follow(
    cardSent,
    refused('2301'),
    { type: 'METHOD_CHOSEN', method: 'phone' },
    { type: 'BACK_PRESSED' },
  ),
  'card-not-enough': follow(cardSent, refused('2504', { step: { step: 'method', withoutCard: true } })),
};

export const CARD = {
  plain: card,
  filled: cardFilled,
  'number-missing': follow(card, { type: 'SUBMITTED' }),
  'password-missing': follow(card, ...typed({ cardNumber: '9000123412341234' }), { type: 'SUBMITTED' }),
  'number-wrong': follow(cardSent, refused('2302')),
  'password-wrong': follow(cardSent, refused('2300', { attemptsLeft: 2 })),
  'before-last-try': cardBeforeLast,
  'before-last-try-typed': follow(cardBeforeLast, ...typed({ cardPassword: 'password' })),
  busy: cardSent,
  slow: follow(cardSent, slow),
  asking: follow(cardFilled, { type: 'CLOSE_PRESSED' }),
};

export const PHONE = {
  plain: phone,
  named: follow(phone, ...typed({ name: '김하늘' })),
  born: follow(phone, ...typed({ name: '김하늘', birthDate: '900101', firstDigit: '2' })),
  'without-consent': phoneWithoutConsent,
  filled: phoneFilled,
  unfolded: follow(phoneFilled, { type: 'CONSENTS_UNFOLDED' }),
  'name-missing': follow(phone, { type: 'SUBMITTED' }),
  'birth-date-wrong': follow(phoneWithoutConsent, ...typed({ birthDate: '901301' }), { type: 'SUBMITTED' }),
  'birth-date-refused': follow(phone, ...typed({ name: '김하늘', birthDate: '991345' })),
  'first-digit-refused': follow(phone, ...typed({ name: '김하늘', birthDate: '900101', firstDigit: '9' })),
  'first-digit-missing': follow(phoneWithoutConsent, ...typed({ firstDigit: '' }), { type: 'SUBMITTED' }),
  'carrier-missing': follow(phone, ...typed({ name: '김하늘', birthDate: '900101', firstDigit: '2' }), {
    type: 'SUBMITTED',
  }),
  'phone-wrong': follow(phoneFilled, ...typed({ phone: '0101234' }), { type: 'SUBMITTED' }),
  'consents-missing': follow(phoneWithoutConsent, { type: 'SUBMITTED' }),
  'person-unknown': follow(phoneSent, refused('2202')),
  busy: phoneSent,
};
