/** A text message with a one-time code. */
export interface CodeMessage {
  phone: string;
  /** The complete text, including the code. */
  text: string;
  code: string;
}

/** Delivers text messages to phones. */
export interface IdentityAgency {
  /**
   * Sends a message, which arrives within a minute or never. Resolves within 5 s once the message is accepted, and
   * rejects if it is not. Not idempotent: the same message sent twice arrives twice.
   */
  sendCode(message: CodeMessage): Promise<void>;
}
