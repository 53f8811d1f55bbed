import { describeTransactions } from './transactions';

describeTransactions('pglite');
