import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import { LOCALES } from '../../contract/locales';
import { MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { FIELD_WORDS } from '../../server/reference/field-words';
import { openApi } from '../../server/reference/openapi';
import { referencePage } from '../../server/reference/page';

const CALLS = Object.entries(MERCHANT_CALLS) as [MerchantCall, (typeof MERCHANT_CALLS)[MerchantCall]][];
/** Returns the names of a schema's fields, including nested ones. */
const namesIn = (schema: object): string[] =>
  Object.entries(schema).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    return [...(key === 'properties' ? Object.keys(value) : []), ...namesIn(value)];
  });

describe('the OpenAPI document', () => {
  it.each(LOCALES)('is valid OpenAPI 3.1: %s', async (locale) => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(JSON.stringify(openApi(locale))))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    // Throws for a dangling reference.
    validator.resolveRefs();
  });

  it('contains the seven calls with the schemas that the server checks', () => {
    const { paths, components } = openApi('en');
    expect(Object.keys(paths)).toEqual(CALLS.map(([, { path }]) => path));
    for (const [call, { request }] of CALLS) {
      const withoutWords = JSON.stringify(components.schemas[`${call}Request`], (key, value) =>
        key === 'description' && typeof value === 'string' ? undefined : value,
      );
      expect(JSON.parse(withoutWords)).toEqual(JSON.parse(JSON.stringify(request)));
    }
  });

  it('describes every field, and no removed field', () => {
    const names = new Set(['errorObject']);
    for (const [call, { request, response }] of CALLS) {
      for (const name of namesIn({ request, response })) names.add(name).add(`${call}.${name}`);
    }
    for (const name of namesIn(openApi('en').components.schemas.Refusal ?? {})) names.add(name);
    expect(Object.keys(FIELD_WORDS).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the page', () => {
  it.each(LOCALES)('contains every call, field and code: %s', (locale) => {
    const { main: page } = referencePage(locale);
    for (const [call, { path, request, response }] of CALLS) {
      expect(page).toContain(`id="${call}"`);
      expect(page).toContain(`POST /payui/api${path}`);
      for (const name of namesIn({ request, response }))
        expect(page).toMatch(new RegExp(`<code>(\\w+\\.)?${name}</code>`));
    }
    for (const [code, row] of Object.entries(ERRORS)) {
      expect(page).toContain(`<code>${code}</code>`);
      expect(page.replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(code))).toContain(row[locale]);
    }
  });

  it('needs no script and no inline style', () => {
    expect(referencePage('ko').main).not.toMatch(/<script|style=|<style/);
  });
});
