import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import type { Locale } from '../../contract/locales';
import { MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { FIELD_WORDS } from '../../server/reference/field-words';
import { openApi } from '../../server/reference/openapi';
import { referencePage } from '../../server/reference/page';

const LOCALES: Locale[] = ['ko', 'en'];
const CALLS = Object.entries(MERCHANT_CALLS) as [MerchantCall, (typeof MERCHANT_CALLS)[MerchantCall]][];
/** The names of a schema's fields, and of those inside them. */
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
    // Throws for a reference to nothing.
    validator.resolveRefs();
  });

  it('has the seven calls with their schemas as the server checks them', () => {
    const { paths, components } = openApi('en');
    expect(Object.keys(paths)).toEqual(CALLS.map(([, { path }]) => path));
    for (const [call, { request }] of CALLS) {
      const withoutWords = JSON.stringify(components.schemas[`${call}Request`], (key, value) =>
        key === 'description' && typeof value === 'string' ? undefined : value,
      );
      expect(JSON.parse(withoutWords)).toEqual(JSON.parse(JSON.stringify(request)));
    }
  });

  it('has words for every field, and none for a field that is gone', () => {
    const names = new Set(['errorObject']);
    for (const [call, { request, response }] of CALLS) {
      for (const name of namesIn({ request, response })) names.add(name).add(`${call}.${name}`);
    }
    for (const name of namesIn(openApi('en').components.schemas.Refusal ?? {})) names.add(name);
    expect(Object.keys(FIELD_WORDS).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the page', () => {
  it.each(LOCALES)('has each call, each field and each code of the table: %s', (locale) => {
    const page = referencePage(locale);
    expect(page).toContain(`<html lang="${locale}">`);
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

  it('needs no script and no style of its own', () => {
    expect(referencePage('ko')).not.toMatch(/<script|style=|<style/);
  });
});
