const page = document;

/** The element that this file came with. IE has no `currentScript`, and in its oldest modes no `querySelector` either. */
const script = (page.currentScript ||
  (page.querySelector && page.querySelector('[src*=okcashbagapi]'))) as HTMLScriptElement | null;

/** The origin of the front server: that of this file's address, `https://host`. */
export const FRONT_ORIGIN = (script && script.src.split('/', 3).join('/')) as string;
