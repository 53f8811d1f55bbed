import type { Member } from '../contract/sandbox';
import type { Caller } from './caller';
import type { Merchant } from './house';
import type { Shop } from './shopping';

/** What an attacker finds. */
export interface Scene {
  /** OCB's address, for attacks below HTTP. */
  url: string;
  /** Members with a PIN, a card and the app. None of them is the honest shopper. */
  victims: readonly Member[];
  /** The merchants' credentials, for attacks by a merchant: the second is the attacker's. */
  merchants: readonly [Merchant, Merchant];
  /** Returns a caller at one of the attacker's addresses, of which there are many. */
  from(n: number): Caller;
  /** Returns a merchant's checkout, as somebody at this address uses it. */
  shop(caller: Caller, merchantNth?: 0 | 1): Shop;
  /** Returns what a phone received: a victim shows it. */
  phone(
    digits: string,
  ): Promise<{ messages: { text: string; code: string }[]; pushes: { id: string; state: string }[] }>;
  /** Returns a random whole number from 0 to below-1, the same ones for the same seed. */
  roll(below: number): number;
  /** Runs `round` `atLeast` times, and on until the time of the attack is over. */
  rounds(atLeast: number, round: (n: number) => Promise<unknown>): Promise<void>;
}

/** What came of an attack. */
export interface Outcome {
  /** What was tried, with counts. */
  tried: string;
  /** What the attacker gained; empty if the server held. */
  gained: string[];
  /** The points that members used in this attack on purpose, by phone number. */
  used?: Record<string, number>;
}

/** One attack. It rejects only if it could not be carried out. */
export interface Attack {
  name: string;
  run(scene: Scene): Promise<Outcome>;
}

/** Returns the gains whose condition holds. */
export const gains = (...found: [isGain: boolean, what: string][]): string[] =>
  found.filter(([isGain]) => isGain).map(([, what]) => what);

/** Counts how often each value occurs. */
export function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
