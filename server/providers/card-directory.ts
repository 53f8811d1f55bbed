/** The state of a card. Only a normal card identifies a member and can be saved to. */
export type CardStatus = 'normal' | 'abnormal' | 'inactive' | 'filling-stations-only' | 'withdrawn';

/** An OK캐쉬백 card. */
export interface Card {
  /** The owner's 연계정보 (CI). */
  ci: string;
  status: CardStatus;
}

/**
 * Looks up cards. Both calls read only, so they may be repeated freely. They respond or reject within 2 s. A missing
 * card is a result, not a rejection.
 */
export interface CardDirectory {
  /** Returns the card with this number, or undefined if there is none. */
  find(cardNumber: string): Promise<Card | undefined>;
  /** Whether this is the card's online password. Takes the same time for a missing card. Does not count attempts. */
  isPassword(cardNumber: string, password: string): Promise<boolean>;
}
