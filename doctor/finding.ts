/** One thing on the merchant's page that keeps the popup from working, or makes it worse. */
export interface Finding {
  /** What it is about: the first word of a printed line. */
  about: 'script' | 'page' | 'policy' | 'origin' | 'token' | 'clock' | 'viewport' | 'modal';
  /** What is wrong. */
  problem: string;
  /** What to change. */
  change: string;
}

export const finding = (about: Finding['about'], problem: string, change: string): Finding => ({
  about,
  problem,
  change,
});
