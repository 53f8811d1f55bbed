import { ENGINES } from './postgres';
import { describeTransactions } from './transactions';

for (const engine of ENGINES.filter((name) => name === 'postgres')) describeTransactions(engine);
