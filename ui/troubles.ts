/**
 * What a refusal comes down to for a shopper. The table's own wording is for the merchant and its developers: a shopper
 * reads the sentences of `words.troubles`, and gets one way on. Pure.
 */
import * as text from 'words';
import type { FrontRefusal } from '../contract/front-api';
import type { FrontRefusalCode } from '../contract/front-refusals';

/** What has happened, in a shopper's terms. */
export type Trouble = keyof typeof text.troubles;

/**
 * The one button beside what is said. `here`: the screen's own fields and buttons are the way on. `withoutCharge`: pay
 * with the points that there are.
 */
export type Remedy = 'here' | 'otherMethod' | 'call' | 'withoutCharge';

const TROUBLES: { readonly [C in FrontRefusalCode]: Trouble } = {
  '1000': 'outdated',
  '2000': 'failed',
  '2001': 'unidentified',
  '2002': 'unidentified',
  '2100': 'phoneDown',
  '2200': 'wrongCode',
  '2201': 'codeSpent',
  '2202': 'notOnePerson',
  '2203': 'phoneClosed',
  '2300': 'wrongPassword',
  '2301': 'cardLocked',
  '2302': 'unknownCard',
  '2400': 'noApp',
  '2401': 'pushOver',
  '2402': 'pushRefused',
  '2500': 'pinFailed',
  '2501': 'weakPin',
  '2502': 'pinFailed',
  '2503': 'wrongPin',
  '2504': 'pinDeleted',
  '2505': 'unidentified',
  '3039': 'stopped',
  '4000': 'failed',
  '4001': 'failed',
  '4016': 'shortOcb',
  '4018': 'shortDutum',
  '4026': 'stopped',
  '4040': 'badCard',
  '4043': 'tooYoung',
  '4044': 'badCard',
  '4045': 'badCard',
  '4046': 'stopped',
  '4047': 'stopped',
  '4048': 'stationCard',
  '4054': 'stopped',
  '4055': 'stopped',
  '4056': 'withdrawnCard',
  '4057': 'left',
  '4058': 'suspended',
  '4061': 'overLimit',
  '4062': 'stopped',
  '4072': 'stopped',
  '4074': 'notCharged',
  '4075': 'overCharge',
  '4076': 'notCharged',
  '4077': 'notCharged',
  '4078': 'bankRefused',
  '4079': 'notCharged',
  '4080': 'paycoDown',
  '4081': 'notCharged',
  '4082': 'badCard',
  '5000': 'failed',
  '9000': 'maintenance',
  '9999': 'stopped',
};

const REMEDIES: { readonly [T in Trouble]: Remedy } = {
  failed: 'here',
  unidentified: 'here',
  phoneDown: 'otherMethod',
  wrongCode: 'here',
  codeSpent: 'here',
  notOnePerson: 'otherMethod',
  phoneClosed: 'otherMethod',
  wrongPassword: 'here',
  cardLocked: 'call',
  unknownCard: 'otherMethod',
  noApp: 'otherMethod',
  pushOver: 'here',
  pushRefused: 'here',
  pinFailed: 'here',
  pinsDiffer: 'here',
  weakPin: 'here',
  wrongPin: 'here',
  pinDeleted: 'here',
  shortOcb: 'here',
  shortDutum: 'here',
  overLimit: 'here',
  notCharged: 'withoutCharge',
  overCharge: 'withoutCharge',
  bankRefused: 'withoutCharge',
  paycoDown: 'withoutCharge',
  outdated: 'here',
  maintenance: 'here',
  stopped: 'call',
  badCard: 'call',
  tooYoung: 'call',
  stationCard: 'here',
  withdrawnCard: 'call',
  left: 'call',
  suspended: 'call',
};

/** For codes that are newer than this popup. */
const UNKNOWN: { readonly [N in FrontRefusal['next']]: Trouble } = {
  retry: 'failed',
  reauthenticate: 'unidentified',
  stop: 'stopped',
};

/** Returns what a code means to a shopper. `next` decides where the code is unknown. */
export const troubleOf = (code: string, next: FrontRefusal['next']): Trouble =>
  (TROUBLES as { readonly [code: string]: Trouble })[code] || UNKNOWN[next];

/**
 * Returns the sentence for a trouble that the shopper can get over where they are: what has happened, and what to do.
 */
export const sentenceFor = (trouble: Trouble): string => text.troubles[trouble].join(' ');

/** Returns the way on. */
export const remedyFor = (trouble: Trouble): Remedy => REMEDIES[trouble];
