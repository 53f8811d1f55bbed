/**
 * The windows that every screen has to fit, in CSS pixels: a desk at 400 %, a small telephone, a telephone with its
 * keyboard up, a telephone, one on its side, a desk at 200 %, a desk.
 */
export const WINDOWS = [
  [320, 256],
  [320, 454],
  [390, 280],
  [390, 664],
  [568, 320],
  [640, 450],
  [1280, 900],
] as const;
