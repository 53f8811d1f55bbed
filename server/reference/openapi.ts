import { codesWhere, ERRORS, type ErrorCode } from '../../contract/errors';
import type { Locale } from '../../contract/locales';
import { ErrorObjectSchema, MERCHANT_API, MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { CALL_WORDS } from './call-words';
import { described, type JsonSchema } from './fields';
import { say } from './words';

export const CALLS = Object.keys(MERCHANT_CALLS) as MerchantCall[];

export const TITLE = say('OK Cashbag: server API for merchants', 'OK캐쉬백 가맹점 서버 API');
export const ABOUT = say(
  'HTTPS, POST, HTTP Basic auth with the issued key. Requests and responses are UTF-8 JSON, encrypted with AES-128-CBC (PKCS#7 padding, the issued key and IV, which are hex: 32 digits are 16 bytes), as Base64. The schemas describe the JSON in it. Sizes are in characters, unknown fields are ignored, and a response comes within 10 seconds.',
  'HTTPS, POST, 발급받은 키의 HTTP Basic 인증을 씁니다. 요청과 응답 본문은 UTF-8 JSON을 AES-128-CBC(PKCS#7 패딩, 발급받은 키와 IV. 16진수 32자리가 16바이트입니다)로 암호화해 Base64로 쓴 것이며, 스키마는 그 안의 JSON을 설명합니다. 길이는 글자 수이고 모르는 필드는 무시합니다. 응답은 10초 안에 옵니다.',
);

const UNDECIDED = codesWhere(({ outcome, isPopupOnly }) => outcome === 'unknown' && !isPopupOnly).join(', ');

/** Why a call returns each HTTP status. */
export const STATUS_WORDS = {
  200: say('Approved', '승인'),
  400: say(
    '1000: the body cannot be decrypted (a wrong key or IV), is not JSON, or a field is missing or wrong: errorDetailMessage says what to check',
    '1000: 본문을 복호화할 수 없거나(키나 IV가 틀림), JSON이 아니거나, 필드가 없거나 잘못되었습니다. errorDetailMessage에 확인할 것이 있습니다',
  ),
  403: say(
    '1000: forbidden. The token or the merchant number is wrong; or Authorization is, and then the response is not encrypted (application/json), because there is no key',
    '1000: 권한이 없습니다. 토큰이나 가맹점 번호가 틀렸거나, Authorization이 틀렸습니다(이때는 키가 없으므로 암호화하지 않은 application/json)',
  ),
  500: say(
    `Refused, or the system failed. Codes with an unknown outcome: ${UNDECIDED}. Check /result`,
    `거절되었거나 시스템 오류입니다. 처리 여부를 알 수 없는 코드는 /result로 조회합니다: ${UNDECIDED}`,
  ),
} as const;

/** As in the paths. */
const API_VERSION = '1.0';

/** A schema as the content of the encrypted envelope. */
const enveloped = (schema: string) => ({
  'text/plain': {
    schema: {
      type: 'string',
      contentEncoding: 'base64',
      contentMediaType: 'application/json',
      contentSchema: { $ref: `#/components/schemas/${schema}` },
    },
  },
});
const inClear = { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } };

/** Lists the error codes of a call with their messages. */
export const codesOf = (call: MerchantCall, locale: Locale): [code: ErrorCode, message: string][] =>
  CALL_WORDS[call].codes.map((code) => [code, ERRORS[code][locale]]);

function operation(call: MerchantCall, locale: Locale): object {
  const { title, about } = CALL_WORDS[call];
  const codes = codesOf(call, locale).map(([code, message]) => `${code} ${message}`);
  const answers = Object.entries(STATUS_WORDS).map(([status, words]) => {
    const description = [words[locale], ...(status === '500' ? codes : [])].join('\n- ');
    if (status === '200') return [status, { description, content: enveloped(`${call}Response`) }];
    return [status, { description, content: { ...enveloped('Refusal'), ...(status === '403' && inClear) } }];
  });
  return {
    operationId: call,
    summary: title[locale],
    description: about[locale],
    requestBody: { required: true, content: enveloped(`${call}Request`) },
    responses: Object.fromEntries(answers),
  };
}

function schemas(locale: Locale): Record<string, JsonSchema> {
  const all: Record<string, JsonSchema> = {};
  const errorObject = described(ErrorObjectSchema, undefined, locale);
  for (const call of CALLS) {
    const { request, response } = MERCHANT_CALLS[call];
    all[`${call}Request`] = described(request, call, locale);
    const answer = described(response, call, locale);
    all[`${call}Response`] = {
      ...answer,
      properties: { ...answer.properties, errorObject: { type: 'null' } },
      required: [...(answer.required ?? []), 'errorObject'],
    };
  }
  all.Refusal = { type: 'object', properties: { errorObject }, required: ['errorObject'] };
  return all;
}

/** Returns an OpenAPI 3.1 document of the seven server calls, made from the contract's schemas. */
export function openApi(locale: Locale) {
  return {
    openapi: '3.1.1',
    info: { title: TITLE[locale], description: ABOUT[locale], version: API_VERSION },
    servers: [{ url: MERCHANT_API }],
    security: [{ basic: [] }],
    paths: Object.fromEntries(CALLS.map((call) => [MERCHANT_CALLS[call].path, { post: operation(call, locale) }])),
    components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } }, schemas: schemas(locale) },
  };
}
