/** The popup for browsers without modules: what they lack, then the same popup. */
import 'core-js/modules/es.array.every';
import 'core-js/modules/es.array.filter';
import 'core-js/modules/es.array.for-each';
import 'core-js/modules/es.array.index-of';
import 'core-js/modules/es.array.is-array';
import 'core-js/modules/es.array.map';
import 'core-js/modules/es.array.some';
import 'core-js/modules/es.date.now';
import 'core-js/modules/es.object.keys';
import 'core-js/modules/es.string.trim';
import './legacy/elements';
import './early';
import { open } from './popup';

open();
