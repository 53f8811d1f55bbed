/**
 * What a shopper does, in the words of UX.md: things are found by their accessible names. Small enough for Playwright,
 * for WebDriver and for the old JSON wire protocol. Each word waits until it can be done, or fails.
 */
export interface Place {
  /** Presses the button with this name; the last one where two have it, as the stop screen's **닫기**. */
  press(name: string): Promise<void>;
  /** Writes into the field with this label; what stood there is gone. */
  type(field: string, text: string): Promise<void>;
  /** Chooses the radio button with this label in the group with that name. */
  choose(group: string, option: string): Promise<void>;
  /** Ticks the check box with this label. */
  tick(checkbox: string): Promise<void>;
  /** The screen's title is, or becomes, this. */
  seesTitle(title: string): Promise<void>;
  /** This text stands somewhere, or comes to. */
  sees(text: string | RegExp): Promise<void>;
  /** There is, or comes to be, a button with this name. */
  seesButton(name: string): Promise<void>;
  /** The field with this label has, or comes to have, this content. */
  seesValue(field: string, value: string): Promise<void>;
  /** The check box with this label is, or comes to be, ticked. */
  seesTicked(checkbox: string): Promise<void>;
  /** An error is announced that contains this text. */
  seesAlert(text: string | RegExp): Promise<void>;
  /** What this script, the body of a function, returns here: for what a page does, not a shopper. */
  run<T>(script: string): Promise<T>;
}

/** An event that the script told the merchant's page. */
export interface ShopEvent {
  name: string;
  result: {
    ocbUseTrAuthToken?: string;
    mctAmount?: number;
    dutumPoint?: number;
    usePoint?: number;
    errorObject: { errorCode: string; errorMessage: string; errorDetailMessage: string } | null;
  };
}

export type Key = 'Tab' | 'Enter' | 'Escape' | 'Space' | 'Backspace';

/**
 * The clock of a window. An engine that lets nobody turn it keeps its own: there the time passes by itself, and is
 * waited for.
 */
export interface Clock {
  /** Takes the clock over, from the next page on. It goes on as before until it is turned. */
  hold(): Promise<void>;
  /** Turns the clock on by so many ms: what they bring comes at once. */
  turn(ms: number): Promise<void>;
}

/** An engine with one window open. */
export interface Driver {
  open(url: string): Promise<void>;
  clock: Clock;
  /** The merchant's page. */
  page: Place;
  /** The popup's screen in the layer. */
  popup: Place;
  /** Presses one digit after the other on the keypad. */
  enterPin(digits: string): Promise<void>;
  /** Presses a key where the focus is. */
  key(name: Key): Promise<void>;
  /** Presses a character's key while Control is held: a command to the browser, and nothing that is typed. */
  keyWithControl(character: string): Promise<void>;
  /** Types where the focus is. */
  write(text: string): Promise<void>;
  /** The test page calls forceClose() of its first instance; the layer may cover every button of the page. */
  forceClose(): Promise<void>;
  /**
   * What the merchant's page was told so far, once it is at least `count` events. For the test pages: the first
   * instance, or that one.
   */
  events(count: number, instance?: number): Promise<ShopEvent[]>;
  /** Waits until the layer is open, or gone. */
  layerIs(state: 'open' | 'gone'): Promise<void>;
  /** Waits until the page holds so many popups, prepared or shown. */
  holdsPopups(count: number): Promise<void>;
}

/** What an engine of today can do as well. */
export interface ModernDriver extends Driver {
  /** The browser's Back. */
  back(): Promise<void>;
  /** The focus is, or comes to be, on the control or the title with this name, in the page or in the popup. */
  focusIsOn(name: string): Promise<void>;
  /** Presses Tab until the focus is on the control with this name. */
  tabTo(name: string): Promise<void>;
  /**
   * The popup as a screen reader finds it: role and name of its title, its controls and what is announced, in their
   * order.
   */
  readPopup(): Promise<string[]>;
  /** The window gets this size, in CSS pixels, or the next larger one that it can have. */
  resize(width: number, height: number): Promise<void>;
  /** The same shopper, who presses with a finger: where the engine can be touched (`@touch`). */
  finger?: Driver;
  /** Where the mouse or a finger meets the control with this name, it meets that control: nothing covers it. */
  canTouch(name: string): Promise<void>;
}
