import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ERRORS, type ErrorRow } from '../../contract/errors';
import { LOCALES, type Locale } from '../../contract/locales';
import { say, type Words } from '../../server/reference/words';

const HEADS = say(
  'Code | Message for the shopper | On the page | On the server',
  '코드 | 구매자용 문구 | 페이지에서 | 서버에서',
);

const OVER = {
  goesOn: say('the popup shows it, and the shopper goes on there', '팝업이 보여 주고 구매자는 팝업에서 이어 갑니다'),
  closed: say('say nothing: the shopper closed the popup', '알리지 않습니다. 구매자가 팝업을 닫았습니다'),
  yours: say(
    'read `errorDetailMessage`; a new token for the next try',
    '`errorDetailMessage`를 읽고 다음에는 새 토큰을 씁니다',
  ),
  final: say('show the message; offer another way to pay', '문구를 보여 주고 다른 결제 방법을 권합니다'),
} satisfies Record<string, Words>;

const CALLS = {
  never: say('–', '–'),
  yours: say('refused: `errorDetailMessage` names the field', '거절: `errorDetailMessage`에 필드가 있습니다'),
  refused: say('refused: nothing was taken', '거절: 쓰지 않았습니다'),
  unknown: say(
    '**unknown**: repeat with the same id, then `/result`',
    '**알 수 없음**: 같은 id로 다시, 다음은 `/result`',
  ),
} satisfies Record<string, Words>;

function onThePage(code: string, { next, isPopupOnly }: ErrorRow): Words {
  if (code === '1000') return OVER.yours;
  if (code === '2002') return OVER.closed;
  return next !== 'stop' && (isPopupOnly || code !== '4001') ? OVER.goesOn : OVER.final;
}

function onTheServer(code: string, { outcome, isPopupOnly }: ErrorRow): Words {
  if (isPopupOnly || code.startsWith('2')) return CALLS.never;
  if (code === '1000') return CALLS.yours;
  return outcome === 'unknown' ? CALLS.unknown : CALLS.refused;
}

/** The table of every code, in Markdown. */
function table(locale: Locale): string {
  const rows = Object.entries<ErrorRow>(ERRORS).map(([code, row]) =>
    [`\`${code}\``, row[locale], onThePage(code, row)[locale], onTheServer(code, row)[locale]].join(' | '),
  );
  return [HEADS[locale], '--- | --- | --- | ---', ...rows].map((cells) => `| ${cells} |`).join('\n');
}

it.each(LOCALES)('the document of the errors has every code (npm run docs writes it anew): %s', async (locale) => {
  const path = `docs/events-and-errors${locale === 'en' ? '' : `.${locale}`}.md`;
  const text = readFileSync(path, 'utf8');
  const made = text.replace(/(<!-- made: errors -->\n).*?(<!-- end -->)/s, `$1\n${table(locale)}\n\n$2`);
  expect(made).toContain(table(locale));
  await expect(made).toMatchFileSnapshot(resolve(path));
});
