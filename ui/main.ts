import { open } from './popup';

open();
