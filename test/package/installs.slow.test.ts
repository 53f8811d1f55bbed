import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshProjects, run } from './fresh-projects';

/** What a clone of this commit installs, where nothing is built yet. */
describe('the package, installed', () => {
  const projects = freshProjects();
  const clone = join(projects.folder, 'clone');
  beforeAll(() => {
    execFileSync('git', ['clone', '--quiet', resolve('.'), clone], { stdio: 'pipe' });
  }, 60_000);

  const server = `
    import { createMerchantClient } from 'okcashbagapi/merchant';
    import { installFakeOKcashbag } from 'okcashbagapi/testing';
    import { loadOKcashbagAPI } from 'okcashbagapi/pure';
    console.log(typeof createMerchantClient, typeof installFakeOKcashbag, typeof loadOKcashbagAPI);`;
  const files = { 'package.json': '{"type":"module"}', 'server.js': server };

  it('from a folder is built, and works', async () => {
    // Whoever has a clone has installed what it needs.
    symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
    const project = await projects.create('from-a-folder', files, ['../clone']);
    expect(await run(project, 'server.js')).toBe('function function function');
    expect(realpathSync(join(project, 'node_modules/okcashbagapi'))).toBe(realpathSync(clone));
    expect(existsSync(join(clone, 'dist/front/js/okcashbagapi.js'))).toBe(true);
  }, 600_000);

  it('from git is built, packed, and works', async () => {
    const project = await projects.create('from-git', files, [`git+file://${clone}`]);
    const installed = join(project, 'node_modules/okcashbagapi');
    expect(await run(project, 'server.js')).toBe('function function function');
    expect(existsSync(join(installed, 'dist/front/js/okcashbagapi.js'))).toBe(true);
    expect(existsSync(join(installed, 'src'))).toBe(false);
  }, 600_000);
});
