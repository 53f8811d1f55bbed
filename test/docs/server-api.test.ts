import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../contract/locales';
import { MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { resetSandbox } from '../../server/sandbox/seed';
import type { Fixture } from '../server/fixture';
import { makeBlocks } from './blocks';
import { authorisedToken, type Example, makeExamples, startForeseeable } from './examples';

const DOCUMENTS: [Locale, string][] = [
  ['en', 'docs/server-api.md'],
  ['ko', 'docs/server-api.ko.md'],
];

/** A place for a block: `<!-- made: name -->`, the block, `<!-- end -->`. */
const PLACE = /(<!-- made: (\w+) -->\n).*?(<!-- end -->)/gs;

/** A document with its blocks as they are to be; a name that nothing is made for stops. */
const filled = (text: string, blocks: Map<string, string>): string =>
  text.replace(PLACE, (_all, start, name, end) => {
    const block = blocks.get(name) ?? expect.fail(`nothing is made for ${name}`);
    return `${start}\n${block}\n\n${end}`;
  });

const shellIn = (text: string) => [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block).join('\n');

let ocb: Fixture;
let examples: Record<MerchantCall | 'refused', Example>;
beforeAll(async () => {
  ocb = await startForeseeable();
  examples = await makeExamples(ocb);
});
afterAll(() => ocb?.close());

const current = (locale: Locale, path: string) => filled(readFileSync(path, 'utf8'), makeBlocks(examples, locale));

describe('the document of the server API', () => {
  it.each(DOCUMENTS)('says what the server says (npm run docs writes it anew): %s', async (locale, path) => {
    const places = [...readFileSync(path, 'utf8').matchAll(PLACE)].map(([, , name]) => name);
    expect(places.sort()).toEqual([...makeBlocks(examples, locale).keys()].sort());
    await expect(current(locale, path)).toMatchFileSnapshot(resolve(path));
  });

  it('has calls that are approved, and one that is refused', () => {
    for (const [name, { status, answer }] of Object.entries(examples)) {
      const code = JSON.parse(answer).errorObject?.errorCode ?? null;
      expect([name, status, code]).toEqual(name === 'refused' ? [name, 403, '1000'] : [name, 200, null]);
    }
  });

  it('has the same lines for a shell in both languages', () => {
    const [english, korean] = DOCUMENTS.map(([locale, path]) => shellIn(current(locale, path)));
    expect(korean).toBe(english);
  });

  it('has lines for a shell that make all seven calls as printed', async () => {
    // As a reader's sandbox is: fresh, and with the time of the machine.
    ocb.time.now = Date.now();
    await resetSandbox(ocb.context);
    const folder = mkdtempSync(join(tmpdir(), 'server-api-'));
    const env = { ...process.env, OCB: ocb.url, TOKEN: await authorisedToken(ocb) };
    const script = shellIn(current('en', 'docs/server-api.md'));
    // Not execFileSync: it would block the server, which runs in this process.
    const { stdout } = await promisify(execFile)('sh', ['-eu', '-c', script], { cwd: folder, env });
    rmSync(folder, { recursive: true });

    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(Object.keys(MERCHANT_CALLS).length);
    for (const answer of answers) expect(answer).toHaveProperty('errorObject', null);
    expect(answers.at(-1)).toMatchObject({ rxResCode: '0000', useInfo: { useOcbPoint: 3000, dutumPoint: 500 } });
  });
});
