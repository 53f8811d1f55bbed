import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MERCHANT_CALLS } from '../../contract/merchant-api';
import { decrypt, encrypt } from '../../merchant/cipher';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { freshSandbox, ocb } from '../server/fresh-sandbox';

const read = (path: string) => readFileSync(path, 'utf8');
const filesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${folder}/${name}`);

describe('README', () => {
  it.each(['README.md', 'README.ko.md'])('answers what a merchant’s developer asks first: %s', (path) => {
    const text = read(path);
    for (const said of [
      /independent of SK Planet|SK플래닛과 무관/,
      /npm install okcashbagapi/,
      /import 'okcashbagapi'/,
      /fetch\('\/token'/,
      /`baseUrl`.*http:\/\/127\.0\.0\.1:4000/,
      /errorDetailMessage/,
      /for\s+30 minutes|30분 동안/,
      /when the cart changes|장바구니가 바뀌면/,
    ]) {
      expect(text).toMatch(said);
    }
  });
});

it('SECURITY says how to report, in both languages', () => {
  const [english = '', korean = ''] = read('SECURITY.md').split('## 한국어');
  for (const text of [english, korean]) expect(text).toContain('**Report a vulnerability**');
});

it('CONTRIBUTING says how to release: version, CHANGELOG and provenance', () => {
  const [, releasing = ''] = read('CONTRIBUTING.md').split('## Releasing');
  for (const said of ['npm version', 'CHANGELOG.md', 'npm publish --provenance']) expect(releasing).toContain(said);
});

it('the guide and its examples name paths of the server API only', () => {
  const named = [...filesIn('docs'), ...filesIn('docs/examples')].flatMap((file) =>
    [...read(file).matchAll(/\/[\w/]+\/v1\.0\/[\w/]+/g)].map(
      ([path]) => `${path.replace('/payui/api', '')} in ${file}`,
    ),
  );
  const paths = Object.values(MERCHANT_CALLS).map(({ path }) => path);
  expect(named.filter((one) => !paths.some((path) => one.startsWith(`${path} `)))).toEqual([]);
  expect(named).not.toEqual([]);
});

describe('the quick start', () => {
  freshSandbox();
  const [{ basicAuth, aesKey, aesIv }] = MERCHANTS;

  /** What OCB says to a body that is sent as it is. */
  async function refusalOf(body: string): Promise<string> {
    const headers = { Authorization: `Basic ${basicAuth}`, 'Content-Type': 'text/plain' };
    const url = `${ocb.url}/payui/api${MERCHANT_CALLS.issueToken.path}`;
    const response = await fetch(url, { method: 'POST', headers, body });
    return JSON.parse(decrypt(await response.text(), { aesKey, aesIv })).errorObject.errorDetailMessage;
  }

  it('quotes what the server says to a wrong key, and to broken JSON', async () => {
    const wrongKey = encrypt('{}', { aesKey: aesIv, aesIv });
    const brokenJson = encrypt('{', { aesKey, aesIv });
    for (const body of [wrongKey, brokenJson]) {
      const detail = await refusalOf(body);
      for (const path of ['docs/quick-start.md', 'docs/quick-start.ko.md']) {
        const [, quoted = ''] = /400\/1000, `(.*?)`/.exec(read(path)) ?? [];
        expect(detail).toContain(quoted);
        expect(quoted).not.toBe('');
      }
    }
  });
});
