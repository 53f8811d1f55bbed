import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { merchantProject } from './merchant-project';

/** The code of a README in a language, without what it is indented by. */
const blocksIn = (readme: string, language: string): string[] =>
  [...readme.matchAll(new RegExp(`^( *)\`\`\`${language}\\n(.*?)^ *\`\`\``, 'gms'))].map(([, indent = '', code = '']) =>
    code.replace(new RegExp(`^${indent}`, 'gm'), ''),
  );

const SERVER = `
  declare const [baseUrl, nxMctNo, nxMctCorpNo, basicAuth, aesKey, aesIv, userAuthToken]: string[];
  declare const [mctTransactionId, ocbUseTrAuthToken]: [string, string];
  declare const order: { total: number; usePoint: number };`;
const COMPONENT = `
  import type { PointsAuthenticated } from 'okcashbagapi';
  import { useOKcashbag } from 'okcashbagapi/react';
  declare function order(result: PointsAuthenticated): void;
  export function Checkout() {`;

/** The files of a project that the code of a README is. */
function filesOf(name: string): [file: string, code: string][] {
  const readme = readFileSync(name, 'utf8');
  const [issue = '', use = '', types = '', fake = '', ...others] = blocksIn(readme, 'ts');
  const [component = '', ...otherComponents] = blocksIn(readme, 'tsx');
  expect([...others, ...otherComponents]).toEqual([]);
  return [
    [`${name}.server.ts`, [issue, SERVER, use].join('\n')],
    [`${name}.types.ts`, types],
    [`${name}.fake.ts`, `${fake}\ndeclare const payButton: HTMLElement;`],
    [`${name}.component.tsx`, `${COMPONENT}${component}}`],
  ];
}

describe('the code of the READMEs', () => {
  const project = merchantProject();

  it('compiles with the types as published', () => {
    const files = ['README.md', 'README.ko.md'].flatMap(filesOf);
    expect(files.every(([, code]) => code.includes(';'))).toBe(true);
    expect(project.errorsIn(Object.fromEntries(files))).toBe('');
  }, 60_000);
});
