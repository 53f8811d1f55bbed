/** How a card stands. Only a normal one identifies and is saved to. */
export type CardStatus = 'normal' | 'abnormal' | 'inactive' | 'filling-stations-only' | 'withdrawn';

/** An OK캐쉬백 card. */
export interface Card {
  /** 연계정보 of its owner. */
  ci: string;
  status: CardStatus;
}

/**
 * Knows the cards. Both calls only look: they may be repeated at will. They answer within 2 s, or reject; a card that does not
 * exist is no reason to reject.
 */
export interface CardDirectory {
  /** The card of a number, as it stands now. */
  find(cardNumber: string): Promise<Card | undefined>;
  /** Whether this is the card's online password. As slow for a card that does not exist; it counts nothing. */
  isPassword(cardNumber: string, password: string): Promise<boolean>;
}
