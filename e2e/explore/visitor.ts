import type { Frame, Page } from '@playwright/test';
import type { Member } from '../../contract/sandbox';
import type { Driver } from '../drivers/driver';
import type { Engine } from '../engines/engine';
import type { House } from '../servers/house';
import { Complaints } from './complaints';
import { type ExploredWindow, type Report, watchPage } from './watch';

/** Marks the frame that the page makes of the popup's document by itself. */
export const IMPOSTOR = '#impostor';

/** A shopper's window at a merchant's page that has two instances, watched from all sides. */
export interface Visitor {
  page: Page;
  driver: Driver;
  house: House;
  member: Member;
  complaints: Complaints;
  issueToken(): Promise<string>;
  report(): Promise<Report>;
  /** The popup of the layer, or of the prepared one, once its document is there. */
  popup(): Promise<Frame | undefined>;
  leave(): Promise<void>;
}

/** Opens the merchant's page in a window that keeps nothing, with a clock that can be turned. */
export async function visit(engine: Engine, house: House, trait: string): Promise<Visitor> {
  await house.sandbox.reset();
  const member = await house.sandbox.member('ready', trait);
  const merchant = await house.sandbox.merchant();
  const window = await engine.open();
  const page = window.page as Page;
  page.setDefaultTimeout(2_000);
  await page.clock.install();
  const complaints = new Complaints(page, member);
  await page.goto(`${house.pagesUrl}/merchant?instances=2`);
  await page.evaluate(watchPage);
  await page.evaluate(() => {
    // Back leads through these first: whoever goes back too often stays on the page.
    for (let i = 0; i < 40; i += 1) history.pushState({ entry: i }, '');
  });

  return {
    page,
    driver: window.driver,
    house,
    member,
    complaints,
    async issueToken() {
      const { merchantTrToken } = await merchant.issueToken({ mctAmount: 30_000 });
      complaints.addSecret(merchantTrToken);
      return merchantTrToken;
    },
    report: () => page.evaluate(() => (window as unknown as ExploredWindow).explored.report()),
    async popup() {
      const frames = page
        .frames()
        .filter((frame) => frame.url().includes('/popup/') && !frame.url().endsWith(IMPOSTOR));
      if (frames.length < 2) return frames[0];
      const visible = await page.$('dialog[open] iframe');
      return (await visible?.contentFrame()) ?? undefined;
    },
    leave: () => window.close(),
  };
}
