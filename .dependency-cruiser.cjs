/**
 * Who may import whom: `npm run imports`, a step of `npm test`. No circles, types included. `contract` imports nobody,
 * the programs import `contract`, and in the server the arrows point down: routes → services → storage; only the
 * sandbox knows the sandbox.
 */

/**
 * Files in `from` may import nothing but what is in `to`. Node's own modules and packages are in `core` and
 * `node_modules/…`.
 */
const only = (from, to) => ({
  name: `${from}-imports-nothing-else`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: to.includes('core') ? { pathNot: patterns(to), dependencyTypesNot: ['core'] } : { pathNot: patterns(to) },
});

const patterns = (paths) => paths.filter((path) => path !== 'core').map((path) => `^${path}`);

const never = (name, from, to) => ({ name, severity: 'error', from, to });

/** What runs in Node may use every package. */
const NODE = ['core', 'node_modules/'];

/** Draws the popup's screens for the sandbox's pages and is not in the popup. */
const GALLERY = '^ui/gallery/';

module.exports = {
  forbidden: [
    never('no-circles', {}, { circular: true }),
    // The package itself is in `dist`, which a fresh clone has only after the build.
    never('everything-is-found', {}, { couldNotResolve: true, pathNot: '^okcashbagapi/' }),

    only('contract', ['contract/', 'node_modules/typebox/']),
    only('src', ['src/', 'contract/']),
    only('doctor', ['doctor/', 'src/api\\.ts', 'contract/']),
    only('ui', ['ui/', 'contract/', 'node_modules/(preact|core-js)/']),
    only('cli', ['cli/', 'server/', 'contract/', 'core']),
    only('client', ['client/', 'src/', 'contract/', 'node_modules/(@types/)?react/']),
    only('merchant', ['merchant/', 'contract/', 'core']),
    only('demo/shop', ['demo/shop/', 'demo/html.ts', 'demo/run.ts', 'merchant/', 'contract/', ...NODE]),
    only('demo/qa', ['demo/qa/', 'demo/html.ts', 'demo/run.ts', 'merchant/', 'contract/', ...NODE]),
    only('e2e', ['e2e/', 'docs/examples/', 'scripts/', 'merchant/', 'contract/', 'package.json', ...NODE]),
    only('attack', ['attack/', 'e2e/servers/', 'scripts/', 'merchant/', 'contract/', ...NODE]),
    only('scripts', ['scripts/', 'build/', 'core', 'node_modules/(@playwright/test|@electric-sql/pglite)/']),

    only('server', ['server/', 'contract/', ...NODE]),
    only('server/routes', ['server/(context|config)\\.ts', 'server/(services|routes)/', 'contract/', ...NODE]),
    only('server/services', [
      'server/(context|config)\\.ts',
      'server/(services|storage|providers)/',
      'contract/',
      ...NODE,
    ]),
    only('server/providers', ['server/providers/', 'contract/']),
    only('server/storage', ['server/storage/', 'contract/', ...NODE]),
    never(
      'the-sandbox-is-unknown-outside',
      { path: '^(contract|src|ui|merchant|server|demo|build)/', pathNot: '^server/sandbox/' },
      { path: '^server/sandbox/' },
    ),
    never(
      'services-and-storage-know-no-http',
      { path: '^server/(services|storage)/' },
      { path: ['^(node:)?https?$', '^node_modules/(@fastify/|fastify/)'] },
    ),

    // Their schemas would weigh on a page.
    never(
      'browsers-have-schemas-for-their-types-only',
      { path: '^(src|ui)/' },
      {
        path: ['^contract/(front-api|merchant-api|point-calls)\\.ts', '^node_modules/typebox/'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    never(
      'the-popup-lacks-the-error-table',
      { path: '^ui/', pathNot: GALLERY },
      { path: '^contract/(errors|troubles)\\.ts', dependencyTypesNot: ['type-only'] },
    ),
    never('the-popup-lacks-the-gallery', { path: '^ui/', pathNot: GALLERY }, { path: GALLERY }),
    never(
      'preact-draws-and-nothing-else',
      { path: '^ui/', pathNot: ['^ui/(popup\\.tsx$|(legacy/)?(screens|parts)/)', GALLERY] },
      { path: '^node_modules/preact/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|releases|test-results)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
