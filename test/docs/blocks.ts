import { ERRORS } from '../../contract/errors';
import type { Locale } from '../../contract/locales';
import { MERCHANT_API, MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { CALL_WORDS } from '../../server/reference/call-words';
import { fieldsOf, type JsonSchema } from '../../server/reference/fields';
import { codesOf, STATUS_WORDS } from '../../server/reference/openapi';
import { say, type Words } from '../../server/reference/words';
import { type Example, KNOWN_LATER, STEPS } from './examples';

const WORDS = {
  requestField: say('Request', '요청'),
  answerField: say('Answer', '응답'),
  type: say('Type', '타입'),
  about: say('Meaning', '뜻'),
  optional: say('optional', '선택'),
  codes: say('Refused with', '거절 코드'),
  request: say('A request:', '요청 예:'),
  sealedRequest: say('Encrypted, as it is sent:', '암호화해서 보내는 본문:'),
  sealedAnswer: say('The answer, HTTP {status}:', '응답 본문, HTTP {status}:'),
  answer: say('Decrypted:', '복호화하면:'),
  shell: say('In a shell:', '셸에서:'),
} satisfies Record<string, Words>;

const fence = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;
const pretty = (json: string) => JSON.stringify(JSON.parse(json), undefined, 2);

function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A step's line for a shell, where what is known later is a variable. */
function shellLine(call: MerchantCall): string {
  const { request, keepAs } = STEPS[call];
  const names = Object.fromEntries(KNOWN_LATER.map((name) => [name, `@${name}@`])) as Record<
    (typeof KNOWN_LATER)[number],
    string
  >;
  const json = JSON.stringify(request(names)).replace(/@(\w+)@/g, `'"$$$1"'`);
  const keep = keepAs ? `\n${keepAs}=$(field ocbTransactionId)` : '';
  return `call ${MERCHANT_CALLS[call].path} '${json}'${keep}`;
}

/** What went over the wire, beside what it says. */
function exchange({ request, sealedRequest, status, sealedAnswer, answer }: Example, locale: Locale): string {
  const label = (words: Words) => words[locale].replace('{status}', `${status}`);
  return [
    label(WORDS.request),
    fence('json', pretty(request)),
    label(WORDS.sealedRequest),
    fence('text', sealedRequest),
    label(WORDS.sealedAnswer),
    fence('text', sealedAnswer),
    label(WORDS.answer),
    fence('json', pretty(answer)),
  ].join('\n\n');
}

/** What the documents show of the real server, by the name of its place in them. */
export function makeBlocks(examples: Record<MerchantCall | 'refused', Example>, locale: Locale): Map<string, string> {
  const word = (name: keyof typeof WORDS) => WORDS[name][locale];
  const fields = (head: string, schema: JsonSchema, call: MerchantCall) =>
    table(
      [head, word('type'), word('about')],
      fieldsOf(schema, call, locale).map(({ name, type, isRequired, about }) => [
        `\`${name}\``,
        isRequired ? type : `${type}, ${word('optional')}`,
        about,
      ]),
    );

  const blocks = new Map<string, string>();
  for (const name of Object.keys(MERCHANT_CALLS)) {
    const call = name as MerchantCall;
    const { path, request, response } = MERCHANT_CALLS[call];
    const codes = codesOf(call, locale).map(([code, message]) => `${code} ${message}`);
    blocks.set(
      call,
      [
        `\`POST ${MERCHANT_API}${path}\``,
        CALL_WORDS[call].about[locale],
        fields(word('requestField'), request, call),
        fields(word('answerField'), response, call),
        ...(codes.length === 0 ? [] : [`${word('codes')}: ${codes.join(' · ')}`]),
        exchange(examples[call], locale),
        word('shell'),
        fence('sh', shellLine(call)),
      ].join('\n\n'),
    );
  }
  blocks.set('refused', exchange(examples.refused, locale));
  blocks.set(
    'statuses',
    table(
      ['HTTP', word('about')],
      Object.entries(STATUS_WORDS).map(([status, words]) => [status, words[locale]]),
    ),
  );
  blocks.set(
    'errors',
    table(
      ['errorCode', 'errorMessage'],
      Object.entries(ERRORS).map(([code, row]) => [code, row[locale]]),
    ),
  );
  return blocks;
}
