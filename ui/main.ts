import { keepFocus } from './keep-focus';
import { open } from './popup';

keepFocus();
open();
