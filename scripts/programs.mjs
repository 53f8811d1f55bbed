/** What each server is started from. */
export const PROGRAMS = {
  ocb: 'server/sandbox/main.ts',
  demo: 'demo/main.ts',
  shop: 'demo/shop/main.ts',
  qa: 'demo/qa/main.ts',
};
