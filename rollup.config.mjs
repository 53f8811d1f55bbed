import { popup } from './build/popup.mjs';
import { script } from './build/script.mjs';

/** What the front server serves, in `dist/front`. In this order: the script carries the popup's version. */
export default [...popup, script];
