import { createLog } from '../server/log';
import { startSandbox } from '../server/sandbox/start';
import { spend, type Way } from './ledger-uses';

/** A process that spends tokens when it is told to: for the bench of the ledger. */
const ocb = await startSandbox({ port: 0, log: createLog('silent') });
process.on('message', ({ way, tokens }: { way: Way; tokens: string[] }) => {
  spend(ocb, way, tokens).then((measured) => process.send?.(measured));
});
process.once('disconnect', () => void ocb.close());
process.send?.('ready');
