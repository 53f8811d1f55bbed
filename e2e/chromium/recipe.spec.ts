import { test } from '@playwright/test';
import { houseOf } from '../servers/houses';
import { startQuickStart } from '../servers/quick-start';
import './recipe-sandbox';
// Its tests are those of this file.
import '../../docs/examples/checkout.spec';

/** The recipe for Playwright as the documents show it, at the quick start's page and server. */
const shopPort = (parallelIndex: number) => houseOf(parallelIndex).sparePorts[0];

test.use({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the object pattern
  baseURL: async ({}, use, { parallelIndex }) => use(`http://localhost:${shopPort(parallelIndex)}`),
});

let stop: () => Promise<void>;
// biome-ignore lint/correctness/noEmptyPattern: Playwright wants the object pattern
test.beforeAll(async ({}, { parallelIndex }) => {
  stop = await startQuickStart(shopPort(parallelIndex), houseOf(parallelIndex).ocbUrl);
});
test.afterAll(() => stop());
