import { minify } from 'terser';
import { compileFor } from './compile.mjs';
import { es3Findings } from './es3.mjs';
import { ownProperties } from './shorten.mjs';

const uniqueCatches = {
  visitor: {
    CatchClause({ node, scope }) {
      if (node.param) scope.rename(node.param.name, scope.generateUid('caught'));
    },
  },
};

export async function legacyScript(chunk) {
  const compiled = await compileFor(chunk, 'legacy', [uniqueCatches]);
  const { code = '' } = await minify(compiled, {
    ie8: true,
    ecma: 5,
    compress: { passes: 3, pure_getters: true },
    mangle: { properties: { regex: ownProperties } },
    format: { ascii_only: false },
  });
  const findings = es3Findings(code);
  if (findings.length) throw new Error(`Internet Explorer 8 cannot read the legacy bundle:\n${findings.join('\n')}`);
  return code;
}
