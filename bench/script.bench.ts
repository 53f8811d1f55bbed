import { readFileSync } from 'node:fs';
import { expect, test } from '../e2e/fixtures';
import { median } from './median';

/**
 * What the script costs the merchant's page before anybody pays: what the page's thread does for a script element with it, compiling and
 * running, beside that of a small loader such as payment services ask merchants to include. Each is a new script for the browser every
 * time, or it would remember having compiled it.
 */
const ROUNDS = 15;
const TIMES = 200;

/** 575 bytes of a loader: a queue of calls, and a promise of a script element. */
const LOADER = `!function(w,d){var q=[],p;function load(src){return p||(p=new Promise(function(ok,no){var s=d.createElement("script");s.src=src;
s.onload=function(){var f=w.PayInstance;f?(q.forEach(function(c){f[c[0]].apply(f,c[1])}),q.length=0,ok(f)):no(new Error("No instance"))};
s.onerror=function(){p=null;no(new Error("Not loaded: "+src))};(d.head||d.body).appendChild(s)}))}w.Pay={load:function(k,o){return load(o&&o.src||
"https://pay.example/v1.js").then(function(f){return f(k)})},call:function(n){q.push([n,[].slice.call(arguments,1)])},version:"1.0.0-beta.10"}}(window,document);`;

test('evaluation of the script, beside a loader', async ({ page, house, merchantPage }) => {
  test.setTimeout(300_000);
  const script = readFileSync('dist/front/js/okcashbagapi.js', 'utf8');
  expect(LOADER).toHaveLength(575);
  await page.goto(await merchantPage());
  /** Milliseconds for TIMES script elements. */
  const time = async (code: string, round: number): Promise<number> => {
    await page.goto(`${house.pagesUrl}/merchant`);
    return page.evaluate(
      ([text, times, first]) => {
        let total = 0;
        for (let i = 0; i < times; i += 1) {
          const script = document.createElement('script');
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
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    ratios.push((await time(script, round)) / (await time(LOADER, round)));
  console.log(`evaluation                  ${median(ratios).toFixed(2)} x a loader of 575 bytes (goal: at most 1.5)`);
});
