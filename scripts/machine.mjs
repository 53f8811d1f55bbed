import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { downloadedChromium, systemChromium } from './chromium.mjs';
import { systemFirefox } from './firefox.mjs';
import { hasJava } from './java.mjs';
import { installNode, otherNode } from './node-versions.mjs';
import { run } from './run.mjs';
import { hasWebKit } from './webkit.mjs';
import { hasWine } from './wine.mjs';

const ATTEMPTS = 3;
const INSTALL_LIMIT_MS = 5 * 60_000;

const DEBIAN_POSTGRES = '/usr/lib/postgresql';

const hasPostgres = () =>
  (existsSync(DEBIAN_POSTGRES) && readdirSync(DEBIAN_POSTGRES).length > 0) ||
  spawnSync('initdb', ['--version']).status === 0;

// Debian has it where only root looks.
const hasNginx = () => existsSync('/usr/sbin/nginx') || spawnSync('nginx', ['-v']).status === 0;

const hasPgbouncer = () => existsSync('/usr/sbin/pgbouncer') || spawnSync('pgbouncer', ['-V']).status === 0;

const hasKoreanFont = () => {
  const list = spawnSync('fc-list', [':lang=ko'], { encoding: 'utf8' });
  return process.platform !== 'linux' || (list.status === 0 && list.stdout.trim() !== '');
};

const prints = (program, args, expected) => expected.test(spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '');

const installChromium = () => run('npx', ['playwright', 'install', 'chromium'], { timeoutMs: INSTALL_LIMIT_MS });

const node = (line) => ({
  name: `Node ${line}`,
  isForAll: true,
  there: async () => otherNode(line) !== undefined,
  install: () => installNode(line),
  how: `set NODE${line}_PATH to its program`,
});

/**
 * What the tests need beside the Node that runs them: how to know that it is there, and what to say when it is not.
 * Only `npm run test:all` needs what is `isForAll`. Without one that has `engines`, the journeys run in the others.
 */
const NEEDS = [
  {
    name: 'Chromium',
    engines: ['chromium', 'chromium-all'],
    packages: ['chromium', 'chromium-headless-shell'],
    there: async () => Boolean(systemChromium() ?? (await downloadedChromium())),
    install: installChromium,
    how: 'install your system’s Chromium, set CHROMIUM_PATH, or run `npx playwright install chromium`',
  },
  {
    name: 'Korean fonts',
    packages: ['fonts-noto-cjk', 'fontconfig'],
    there: async () => hasKoreanFont(),
    how: 'install Noto Sans CJK (Debian: apt-get install fonts-noto-cjk fontconfig)',
  },
  {
    name: 'Firefox',
    isForAll: true,
    engines: ['firefox'],
    packages: ['firefox-esr'],
    there: async () => Boolean(systemFirefox()),
    how: 'install Firefox ESR (Debian: apt-get install firefox-esr), or set FIREFOX_PATH to a Firefox',
  },
  {
    name: 'WebKitGTK',
    isForAll: true,
    engines: ['webkit'],
    packages: ['webkit2gtk-driver', 'xvfb'],
    there: async () => hasWebKit(),
    how: 'install its driver and a screen for it (Debian: apt-get install webkit2gtk-driver xvfb); there is none outside Linux',
  },
  {
    name: 'Java',
    isForAll: true,
    engines: ['ie8', 'ie9', 'ie11'],
    packages: ['default-jdk-headless'],
    there: async () => hasJava(),
    how: 'install a JDK 17, for the emulator and for the example server (Debian: apt-get install default-jdk-headless)',
  },
  {
    name: 'PHP',
    isForAll: true,
    packages: ['php-cli', 'php-curl'],
    there: async () => prints('php', ['-m'], /^curl$/m),
    how: 'install PHP 8 with its curl extension, for the example server (Debian: apt-get install php-cli php-curl)',
  },
  {
    name: 'Python',
    isForAll: true,
    packages: ['python3', 'python3-cryptography'],
    there: async () => prints('/usr/bin/python3', ['-c', 'import cryptography; print("there")'], /there/),
    how: 'install Python 3 with cryptography, for the example server (Debian: apt-get install python3-cryptography)',
  },
  {
    name: 'Wine',
    isForAll: true,
    packages: ['wine', 'wine64'],
    there: async () => hasWine(),
    how: 'install Wine, whose JScript is the second one that the old popup runs in (Debian: apt-get install --no-install-recommends wine wine64)',
  },
  {
    name: 'PostgreSQL',
    isForAll: true,
    packages: ['postgresql'],
    there: async () => hasPostgres(),
    how: 'install the PostgreSQL server (Debian: apt-get install postgresql)',
  },
  {
    name: 'nginx',
    isForAll: true,
    packages: ['nginx-light'],
    there: async () => hasNginx(),
    how: 'install nginx, behind which production is tried out (Debian: apt-get install nginx-light)',
  },
  {
    name: 'PgBouncer',
    isForAll: true,
    packages: ['pgbouncer'],
    there: async () => hasPgbouncer(),
    how: 'install PgBouncer, through which production is tried out (Debian: apt-get install pgbouncer)',
  },
  ...[18, 22, 24].map(node),
];

/** The engines of the journeys, by the names of their projects, that need none of these. */
export const enginesWithout = (names) =>
  NEEDS.flatMap(({ name, engines = [] }) => (names.includes(name) ? [] : engines));

async function lackingOf(needs) {
  const there = await Promise.all(needs.map((need) => need.there()));
  return needs.filter((_, i) => !there[i]);
}

async function aptInstall(packages) {
  const apt = (...args) =>
    run('apt-get', ['-q', '-o', 'Acquire::Retries=3', ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      timeoutMs: INSTALL_LIMIT_MS,
    });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if ((await apt('update')) === 0 && (await apt('install', '-y', '--no-install-recommends', ...packages)) === 0)
      return;
    console.log(`apt-get failed (${attempt} of ${ATTEMPTS}).`);
  }
}

/**
 * Installs what the tests need beside Node, where that can be done: with apt-get as root on Debian, else what npm and
 * Playwright bring.
 * @param {boolean} isForAll whether for `npm run test:all`, or only for `npm test`
 * @returns {Promise<string[]>} the names of what is still missing; how to get it has been printed.
 */
export async function ensureMachine(isForAll) {
  const needs = NEEDS.filter((need) => isForAll || !need.isForAll);
  let lacking = await lackingOf(needs);
  const packages = lacking.flatMap((need) => need.packages ?? []);
  if (packages.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${packages.join(', ')} with apt-get …`);
    await aptInstall(packages);
    lacking = await lackingOf(needs);
  }
  for (const { name, install } of lacking) {
    if (!install) continue;
    console.log(`Installing ${name} …`);
    await install();
  }
  lacking = await lackingOf(needs);
  for (const need of lacking) console.log(`Missing: ${need.name}. To get it, ${need.how}.`);
  return lacking.map((need) => need.name);
}
