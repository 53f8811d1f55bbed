import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAULT_CALLS } from '../../contract/sandbox';
import { MEMBERS } from '../../server/sandbox/seed/members';
import { DUTUM_PROGRAMS, MERCHANTS } from '../../server/sandbox/seed/merchants';
import { type Fixture, startFixture } from '../server/fixture';

const START_LIMIT = 60_000;
const readme = readFileSync(new URL('../../demo/README.md', import.meta.url), 'utf8');

/** Returns the rows of the table whose header starts with these columns. */
function table(...columns: string[]): string[][] {
  const rows = readme.split('\n').map((line) =>
    line.startsWith('|')
      ? line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
      : [],
  );
  const start = rows.findIndex((cells) => columns.every((column, i) => cells[i] === column));
  const end = rows.findIndex((cells, i) => i > start && cells.length === 0);
  return rows.slice(start + 2, end);
}

const grouped = (n: number) => n.toLocaleString('en-US');

describe('the README of the demo', () => {
  it('lists the seeded members', () => {
    const seeded = MEMBERS.map((member) => [
      member.name,
      `${member.birthDate}-${member.firstDigit}`,
      member.carrier,
      member.phone,
      member.cardNumber,
      `\`${member.cardPassword}\``,
      member.pin ?? 'none',
      grouped(member.ocbPoint),
      Object.entries(member.dutum)
        .map(([id, points]) => `#${id} ${grouped(points)}`)
        .join(', ') || '–',
      member.hasPayco ? 'yes' : '–',
      member.traits.join(', '),
    ]);
    expect(table('name', 'birth date')).toEqual(seeded);
  });

  it('lists the seeded merchants and their 두툼 points', () => {
    expect(table('name', 'nxMctNo')).toEqual(
      MERCHANTS.map((merchant) => [
        merchant.name,
        merchant.nxMctNo,
        merchant.nxMctCorpNo,
        `\`${merchant.basicAuth}\``,
        `\`${merchant.aesKey}\``,
        `\`${merchant.aesIv}\``,
        merchant.origins.join(', '),
      ]),
    );
    expect(table('number')).toEqual(
      DUTUM_PROGRAMS.map(({ id, name, nxMctNo, minAmount, promotionCode, minVolume }) => [
        `#${id}`,
        name,
        MERCHANTS.find((merchant) => merchant.nxMctNo === nxMctNo)?.name,
        minAmount ? grouped(minAmount) : 'any',
        promotionCode ? `\`${promotionCode}\`` : '–',
        promotionCode ? String(minVolume) : '–',
      ]),
    );
  });

  it('lists every call that a fault can be set for', () => {
    for (const call of FAULT_CALLS) expect(readme).toContain(`\`${call}\``);
  });
});

describe('its shell commands', () => {
  let ocb: Fixture;
  beforeAll(async () => {
    ocb = await startFixture();
  }, START_LIMIT);
  afterAll(() => ocb?.close());

  const blocks = [...readme.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
  const lines = blocks
    .slice(0, 2)
    .flatMap((block) => block.split('\n').filter((line) => line.startsWith('curl') && !line.includes('/pushes/')));

  /** Runs a printed command against this sandbox. Must not block, because the sandbox runs in this process. */
  const run = async (script: string): Promise<string> => {
    const mctTrToken = await ocb.token();
    const here = script
      .replaceAll('http://127.0.0.1:4000', ocb.url)
      .replaceAll('curl ', 'curl -s -f ')
      .replace('"TOKEN"', `"${mctTrToken}"`);
    return new Promise((resolve, reject) =>
      execFile('sh', ['-c', here], (error, stdout) => (error ? reject(error) : resolve(stdout))),
    );
  };

  it.each(lines)('%s', async (line) => {
    expect(JSON.parse(await run(line))).toBeDefined();
  });

  it('a token by openssl and curl', async () => {
    const answer = JSON.parse(await run(blocks[2] ?? ''));
    expect(answer).toEqual({ merchantTrToken: expect.stringMatching(/^[\w-]{128}$/), errorObject: null });
  });
});
