/** Something that becomes known once, or never. */
export interface Waiting {
  isKnown(): boolean;
  know(): void;
  /** It is of no use any longer. */
  giveUp(): void;
  /** Does something at once if it is known, else when it is. Rejects if it is given up. */
  whenKnown(act: () => void): Promise<void>;
}

/** Something that is not known yet. */
export function createWaiting(): Waiting {
  let state: 'open' | 'known' | 'given up' = 'open';
  const waiting: (() => void)[] = [];
  const become = (next: typeof state) => {
    if (state !== 'open') return;
    state = next;
    for (const go of waiting.splice(0)) go();
  };
  return {
    isKnown: () => state === 'known',
    know: () => become('known'),
    giveUp: () => become('given up'),
    async whenKnown(act) {
      if (state === 'open') await new Promise<void>((go) => waiting.push(go));
      if (state !== 'known') throw new Error('fake OKcashbagAPI: the layer was gone before its token came');
      act();
    },
  };
}
