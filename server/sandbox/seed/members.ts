import { createHash } from 'node:crypto';
import type { Carrier } from '../../../contract/front-api';
import type { Member } from '../../../contract/sandbox';

/** A member of the sandbox, with what the sandbox does not tell. */
export interface SeedMember extends Omit<Member, 'dutumPoints'> {
  status: 'active' | 'suspended' | 'withdrawn';
  cardStatus: 'normal' | 'abnormal' | 'inactive' | 'filling-stations-only' | 'withdrawn';
  cardLocked: boolean;
  hasApp: boolean;
  hasPayco: boolean;
  /** Points by 두툼 programme id. */
  dutum: Readonly<Record<number, number>>;
}

/** The card password of every seeded member: easy to remember, and hashed once. */
export const SEED_PASSWORD = 'cashbag1!';
/** The PIN of every seeded member who has one. */
export const SEED_PIN = '246813';

const CARRIERS: readonly Carrier[] = ['SKT', 'KT', 'LGU', 'SKT_MVNO', 'KT_MVNO', 'LGU_MVNO'];

const ORDINARY = {
  cardPassword: SEED_PASSWORD,
  pin: null,
  status: 'active',
  cardStatus: 'normal',
  cardLocked: false,
  hasApp: true,
  hasPayco: false,
  ocbPoint: 30_000,
  dutum: {},
} as const;

/** Returns the nth member's phone and card number, by a simple pattern: 010 1000 0001, 8951 0000 0000 0001. */
function numbers(n: number) {
  const phone = `0101000${String(n).padStart(4, '0')}`;
  return {
    phone,
    ci: createHash('sha512').update(`sandbox ${phone}`).digest('base64'),
    cardNumber: `895100000000${String(n).padStart(4, '0')}`,
  };
}

const TRAITS: readonly SeedMember[] = [
  {
    ...ORDINARY,
    ...numbers(1),
    name: '김하나',
    birthDate: '900101',
    firstDigit: '2',
    carrier: 'SKT',
    hasPayco: true,
    ocbPoint: 50_000,
    dutum: { 1: 5_000, 2: 3_000, 3: 2_000, 4: 4_000, 5: 1_000 },
    traits: ['ready', 'no-pin', 'card', 'app', 'payco', 'dutum'],
  },
  {
    ...ORDINARY,
    ...numbers(2),
    name: '이두리',
    birthDate: '850314',
    firstDigit: '1',
    carrier: 'KT',
    pin: SEED_PIN,
    dutum: { 1: 2_000 },
    traits: ['has-pin'],
  },
  {
    ...ORDINARY,
    ...numbers(3),
    name: '박세모',
    birthDate: '920722',
    firstDigit: '2',
    carrier: 'LGU',
    pin: SEED_PIN,
    ocbPoint: 300,
    traits: ['short', 'has-pin'],
  },
  {
    ...ORDINARY,
    ...numbers(4),
    name: '최네모',
    birthDate: '781130',
    firstDigit: '1',
    carrier: 'SKT_MVNO',
    cardLocked: true,
    traits: ['card-locked', 'no-pin'],
  },
  {
    ...ORDINARY,
    ...numbers(5),
    name: '정다솜',
    birthDate: '010509',
    firstDigit: '4',
    carrier: 'KT_MVNO',
    hasApp: false,
    traits: ['no-app', 'no-pin'],
  },
  {
    ...ORDINARY,
    ...numbers(6),
    name: '강여름',
    birthDate: '880816',
    firstDigit: '2',
    carrier: 'LGU_MVNO',
    status: 'suspended',
    traits: ['suspended'],
  },
  {
    ...ORDINARY,
    ...numbers(7),
    name: '조가을',
    birthDate: '701003',
    firstDigit: '1',
    carrier: 'SKT',
    status: 'withdrawn',
    traits: ['withdrawn'],
  },
  {
    ...ORDINARY,
    ...numbers(8),
    name: '윤새봄',
    birthDate: '200405',
    firstDigit: '3',
    carrier: 'KT',
    traits: ['under-14'],
  },
  {
    ...ORDINARY,
    ...numbers(9),
    name: '장부자',
    birthDate: '650217',
    firstDigit: '2',
    carrier: 'SKT',
    pin: SEED_PIN,
    ocbPoint: 2_000_000,
    traits: ['rich', 'has-pin'],
  },
  {
    ...ORDINARY,
    ...numbers(10),
    name: '임페이',
    birthDate: '950628',
    firstDigit: '1',
    carrier: 'LGU',
    pin: SEED_PIN,
    hasPayco: true,
    ocbPoint: 1_000,
    traits: ['payco', 'short', 'has-pin'],
  },
];

/** Plain members, enough for parallel tests to use one each: 12 without a PIN, then 12 with one. */
const PLAIN: readonly SeedMember[] = Array.from({ length: 24 }, (_, i) => {
  const hasPin = i >= 12;
  return {
    ...ORDINARY,
    ...numbers(101 + i),
    name: `손님${'가나다라마바사아자차카타'.charAt(i % 12)}${hasPin ? '둘' : '하나'}`,
    birthDate: `${String(70 + (i % 24)).padStart(2, '0')}0${(i % 9) + 1}1${i % 9}`,
    firstDigit: i % 2 === 0 ? '1' : '2',
    carrier: CARRIERS[i % CARRIERS.length] as Carrier,
    pin: hasPin ? SEED_PIN : null,
    dutum: { 1: 1_000 },
    traits: ['ready', hasPin ? 'has-pin' : 'no-pin'],
  };
});

/** Members whose card is refused, each with a different code. */
const CARDS: readonly SeedMember[] = (
  [
    ['오비상', 'abnormal'],
    ['한정지', 'inactive'],
    ['서주유', 'filling-stations-only'],
    ['신탈회', 'withdrawn'],
  ] as const
).map(([name, cardStatus], i) => ({
  ...ORDINARY,
  ...numbers(201 + i),
  name,
  birthDate: `75060${i + 1}`,
  firstDigit: '2',
  carrier: CARRIERS[i] as Carrier,
  cardStatus,
  traits: [`card-${cardStatus}`, 'no-pin'],
}));

/** A member with points for promoted products. */
const PROMOTED: SeedMember = {
  ...ORDINARY,
  ...numbers(301),
  name: '권행사',
  birthDate: '870919',
  firstDigit: '1',
  carrier: 'KT',
  pin: SEED_PIN,
  dutum: { 3: 2_000, 6: 1_500 },
  traits: ['product-dutum', 'has-pin'],
};

/**
 * All members of the sandbox. The first has everything except a PIN. Append new ones, because a member's id is its
 * position here.
 */
export const MEMBERS: readonly SeedMember[] = [...TRAITS, ...PLAIN, ...CARDS, PROMOTED];
