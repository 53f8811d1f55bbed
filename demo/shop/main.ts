import { run } from '../run';
import { shopFromEnvironment } from './from-environment';

await run({ Shop: shopFromEnvironment });
