import { API } from './api';
import type { Area, Case } from './case';
import { IDENTIFICATION } from './identification';
import { PINS } from './pin';
import { POINTS } from './points';
import { SERVER } from './server';
import { SMOKE } from './smoke';
import { SURROUNDINGS } from './surroundings';
import { TROUBLE } from './trouble';

/** The test plan. The first area is the smoke test of ten minutes. */
export const AREAS: readonly Area[] = [SMOKE, API, IDENTIFICATION, PINS, POINTS, TROUBLE, SERVER, SURROUNDINGS];

/** Every case with its number and its area. */
export const numbered = (): { one: Case; area: Area; number: number }[] =>
  AREAS.flatMap((area) => area.cases.map((one) => ({ one, area }))).map((each, i) => ({ ...each, number: i + 1 }));

/** Returns the case with this id, undefined if there is none. */
export const caseOf = (id: string): Case | undefined => numbered().find(({ one }) => one.id === id)?.one;
