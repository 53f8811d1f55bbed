/** A one-time code on its way to a telephone. */
export interface CodeMessage {
  phone: string;
  /** The whole text, the code in it. */
  text: string;
  code: string;
}

/** Brings text messages to telephones. */
export interface IdentityAgency {
  /**
   * Takes a message over; it arrives within a minute or never. Resolves within 5 s once it is taken over, and rejects when it is
   * not. A message that comes twice is two messages.
   */
  sendCode(message: CodeMessage): Promise<void>;
}
