import { existsSync } from 'node:fs';

/** Debian's Wine, whose `cscript` runs JScript, the JavaScript of Internet Explorer 8. */
export const WINE = '/usr/bin/wine';

export const hasWine = () => existsSync(WINE);
