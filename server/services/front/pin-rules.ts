/** This many consecutive digits of the PIN must not appear in the member's birth date or phone number (2501). */
const PERSONAL_RUN = 4;

/** Which rule of 2501 a PIN breaks. */
export type PinRule = 'repeated' | 'consecutive' | 'personal';

/**
 * Returns the rule that a PIN breaks, or undefined if it is allowed (2501): no three equal or consecutive digits in a
 * row (up or down), and no four in a row that appear in the personal data (birth date, phone number).
 */
export function pinRuleBroken(pin: string, personal: readonly string[] = []): PinRule | undefined {
  for (let i = 0; i + 2 < pin.length; i += 1) {
    const first = pin.charCodeAt(i + 1) - pin.charCodeAt(i);
    const second = pin.charCodeAt(i + 2) - pin.charCodeAt(i + 1);
    if (first === second && first === 0) return 'repeated';
    if (first === second && (first === 1 || first === -1)) return 'consecutive';
  }
  for (let i = 0; i + PERSONAL_RUN <= pin.length; i += 1) {
    for (let j = 0; j < personal.length; j += 1) {
      if ((personal[j] as string).indexOf(pin.slice(i, i + PERSONAL_RUN)) >= 0) return 'personal';
    }
  }
  return undefined;
}
