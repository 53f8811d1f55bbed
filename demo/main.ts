/** What `npm start` shows beside the sandbox, in one process: a process of its own costs 150 MB. */
import { qaFromEnvironment } from './qa/from-environment';
import { run } from './run';
import { shopFromEnvironment } from './shop/from-environment';

await run({ Shop: shopFromEnvironment, 'QA page': qaFromEnvironment });
