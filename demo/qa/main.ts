import { run } from '../run';
import { qaFromEnvironment } from './from-environment';

await run({ 'QA page': qaFromEnvironment });
