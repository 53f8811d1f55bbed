import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';

/** The kinds of message that API Extractor has for projects that want release tags and the like. */
const silent = { default: { logLevel: 'none' as const } };

/**
 * What the package promises, as its reviewers see it: a change of an entry is a change of its file in `etc/`.
 * `npm run docs` writes them.
 */
describe('the API report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okcashbag-api-'));
  beforeAll(ensureBuild, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  function reportOf(name: string, types: string): string {
    const config = ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: resolve('package.json'),
      configObject: {
        projectFolder: resolve('.'),
        mainEntryPointFilePath: resolve(types),
        compiler: {
          overrideTsconfig: {
            compilerOptions: { lib: ['es2022', 'dom'], types: ['node'], moduleResolution: 'bundler' },
          },
        },
        apiReport: { enabled: true, reportFileName: name, reportFolder: folder, reportTempFolder: folder },
        newlineKind: 'lf' as never,
        messages: {
          compilerMessageReporting: silent,
          extractorMessageReporting: silent,
          tsdocMessageReporting: silent,
        } as never,
      },
    });
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback(message) {
        message.handled = true;
      },
    });
    return readFileSync(join(folder, `${name}.api.md`), 'utf8');
  }

  it.each([
    ['okcashbagapi', 'dist/client/pure.d.ts'],
    ['react', 'dist/client/react.d.ts'],
    ['testing', 'dist/client/testing.d.ts'],
    ['merchant', 'dist/kit/client.d.ts'],
  ])(
    'of %s is current',
    async (name, types) => {
      await expect(reportOf(name, types)).toMatchFileSnapshot(resolve('etc', `${name}.api.md`));
    },
    60_000,
  );
});
