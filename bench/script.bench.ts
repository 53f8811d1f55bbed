import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { minify } from 'terser';
import { test } from '../e2e/fixtures';
import { createReport, times } from './report';

/**
 * What the script costs the merchant's page before anybody pays: what the page's thread does for a script element with
 * it, compiling and running, beside the loader of a payment service, minified as a merchant's bundle has it. Each is a
 * new script for the browser every time, or it would remember having compiled it.
 */
const ROUNDS = 15;
const TIMES = 200;

const require = createRequire(import.meta.url);

/** The package is modules only: wrapped as a bundler wraps it. */
async function loader(): Promise<string> {
  const folder = dirname(require.resolve('@stripe/stripe-js/package.json'));
  const source = readFileSync(join(folder, 'dist/index.js'), 'utf8');
  const wrapped = `(function(exports){${source}\nwindow.loadStripe=exports.loadStripe})({});`;
  return (await minify(wrapped)).code as string;
}

test('evaluation of the script, beside a loader', async ({ page, house }) => {
  test.setTimeout(300_000);
  // The loader fetches its service's script in a later task, which is not measured.
  await page.route('https://js.stripe.com/**', (route) => route.abort());
  /** Milliseconds for TIMES script elements. */
  const time = async (code: string, round: number): Promise<number> => {
    await page.goto(`${house.pagesUrl}/merchant?script=late`);
    return page.evaluate(
      ([text, times, first]) => {
        let total = 0;
        for (let i = 0; i < times; i += 1) {
          // A page that has the script already would only get a warning.
          Reflect.deleteProperty(window, 'OKcashbagAPI');
          const script = document.createElement('script');
          // The script looks for its own address, and this one has none.
          Object.defineProperty(script, 'src', { value: 'https://front.example/js/okcashbagapi.js' });
          script.text = `${text}\n// ${first + i}`;
          const at = performance.now();
          document.head.append(script);
          total += performance.now() - at;
          script.remove();
        }
        return total;
      },
      [code, TIMES, round * TIMES] as const,
    );
  };
  const [script, floor] = [readFileSync('dist/front/js/okcashbagapi.js', 'utf8'), await loader()];
  const report = createReport();
  for (let round = 0; round < ROUNDS; round += 1) {
    report.add('evaluation', (await time(script, round)) / (await time(floor, round)));
  }
  report.print({ evaluation: times(2, "stripe-js's loader") });
});
