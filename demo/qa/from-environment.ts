import { startQa } from './server';

/** Starts the page for manual QA as the environment has it. */
export function qaFromEnvironment() {
  const {
    QA_PORT = '4002',
    OCB_URL = 'http://127.0.0.1:4000',
    FRONT_URL = OCB_URL,
    LAN_HOST,
    QA_CODE,
    LOG_LEVEL = 'info',
  } = process.env;
  return startQa({
    port: Number(QA_PORT),
    sandboxUrl: OCB_URL,
    front: FRONT_URL,
    lan: LAN_HOST && QA_CODE ? { host: LAN_HOST, code: QA_CODE } : undefined,
    logLevel: LOG_LEVEL,
  });
}
