import type { Page } from '@playwright/test';
import type { Driver } from '../drivers/driver';

/** A window of an engine that keeps nothing of earlier ones: no cookies, no storage. */
export interface Window {
  driver: Driver;
  /** The page itself, where Playwright drives: for what a driver has no word for. */
  page?: Page;
  close(): Promise<void>;
}

/** An engine that runs. One serves all tests of a worker. */
export interface Engine {
  open(): Promise<Window>;
  close(): Promise<void>;
  /** Where this engine finds the test pages, when it is not `House.pagesUrl`. */
  pagesUrl?: string;
  /** Where it finds the QA page, when it is not `House.qaUrl`. */
  qaUrl?: string;
}
