import type { Locale } from '../../../contract/locales';
import type { Fault } from '../sandbox';

/** A text in each language. Names of buttons and fields are between `**`. */
export type Words = Readonly<Record<Locale, string>>;

/** What is made ready before the tester begins. */
export interface Preparation {
  /** The traits of the member to be (demo/README.md, "Members"). Absent: nobody in particular. */
  member?: readonly string[];
  /** Whether that member has paid here before, so that there is a userAuthToken. */
  isReturning?: true;
  /** 0 or 1. Default: 0. */
  merchant?: number;
  /** In won. Default: 30,000. */
  mctAmount?: number;
  eventInfo?: { promotionCode?: string; eventPrctVolume?: number; eventPrctAmout?: number };
  /** What the page gets in place of a good token. */
  token?: 'none' | 'wrong';
  faults?: readonly Fault[];
  /** How far the clock is turned once the token is there. */
  clockMs?: number;
}

/** How the page hands its tokens over: at once, or with a later call. */
export type Start = 'constructor' | 'setParams' | 'show' | 'promise';

/** The listeners that the page can add, by the way in which `on` is called. */
export type Listener = 'any' | 'authenticated' | 'failed' | 'spaced';

/**
 * A button of a case: a member of the script's API, a server call with what the events and calls so far have brought,
 * or something that happens meanwhile. `later`: five seconds after it is pressed, while the layer covers the page.
 */
export type Button =
  | 'show'
  | 'isShow'
  | 'isShowLater'
  | 'forceClose'
  | 'forceCloseLater'
  | 'showLater'
  | 'secondShowLater'
  | 'offAny'
  | 'offAuthenticated'
  | 'use'
  | 'cancel'
  | 'usePart'
  | 'save'
  | 'cancelSave'
  | 'result'
  | 'clearFaults'
  | `clock ${number}`;

/** What a page can check by itself. */
export interface Check {
  /**
   * What is to happen, in this order, and nothing else: events as `any POINTS_AUTH_FAILED 2002` (the listener, the
   * event, the code), answers as `isShow true`, server calls as `use approved` or `use refused 4017`.
   */
  facts: readonly string[];
  /** What the last POINTS_AUTHENTICATED is to say. */
  result?: { mctAmount?: number; dutumPoint?: number; usePoint?: number };
}

/** A case of the test plan. */
export interface Case {
  /** Never changes: reports and kept progress name it. */
  id: string;
  title: Words;
  prepare: Preparation;
  start?: Start;
  /** Default: `any`. */
  listeners?: readonly Listener[];
  /** Whether the popup is to speak the other language than the page. */
  isInOtherLanguage?: true;
  /** In the order in which they are pressed. Default: `show`. */
  buttons?: readonly Button[];
  /** What to do, after the preparation. */
  steps: readonly Words[];
  /** What to see. */
  expected: readonly Words[];
  /** Absent: only eyes can tell. */
  check?: Check;
}

/** Cases that belong together. */
export interface Area {
  id: string;
  title: Words;
  cases: readonly Case[];
}
