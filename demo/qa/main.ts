import { startQa } from './server';

const {
  QA_PORT = '4002',
  OCB_URL = 'http://127.0.0.1:4000',
  FRONT_URL = OCB_URL,
  LAN_HOST,
  QA_CODE,
  LOG_LEVEL = 'info',
} = process.env;

async function main(): Promise<void> {
  const qa = await startQa({
    port: Number(QA_PORT),
    sandboxUrl: OCB_URL,
    front: FRONT_URL,
    lan: LAN_HOST && QA_CODE ? { host: LAN_HOST, code: QA_CODE } : undefined,
    logLevel: LOG_LEVEL,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => qa.close().then(() => process.exit(0)));
  console.log(`QA page ready: ${qa.url}`);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
