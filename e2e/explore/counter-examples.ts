import type { Visit } from './actions';

/** Visits that once went wrong, as `npm run explore` printed them, each by what must not happen. */
export const COUNTER_EXAMPLES: Record<string, Visit> = {
  'a dialog that the page removes gives the focus back': {
    member: 'has-pin',
    actions: [
      { does: 'show', instance: 0, token: 'right' },
      { does: 'sabotage', how: 'removeDialog' },
    ],
    leaves: 'by 닫기',
  },
  'a popup that loses the network while it changes its language can be closed': {
    member: 'has-pin',
    actions: [
      { does: 'settle' },
      { does: 'fault', call: 'popup', drop: true },
      { does: 'show', instance: 0, token: 'right', locale: 'en' },
      { does: 'wait', ms: 11_000 },
    ],
    leaves: 'by 닫기',
  },
};
