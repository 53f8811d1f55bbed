import type { PlaywrightWorkerArgs } from '@playwright/test';
import type { EngineName } from '../engines';
import type { House } from '../servers/house';
import type { Engine } from './engine';
import { startHtmlUnit } from './htmlunit';
import { startPlaywright } from './playwright';
import { startWebKit } from './webkit';

/** Starts the engine of a project. */
export function startEngine(
  name: EngineName,
  house: House,
  playwright: PlaywrightWorkerArgs['playwright'],
  worker: number,
): Promise<Engine> {
  switch (name) {
    case 'chromium':
    case 'firefox':
      return startPlaywright(playwright[name]);
    case 'webkit':
      return startWebKit(worker);
    case 'ie8':
      return startHtmlUnit(8, house, worker);
    case 'ie9':
      return startHtmlUnit(9, house, worker);
    case 'ie11':
      return startHtmlUnit(11, house, worker);
  }
}
