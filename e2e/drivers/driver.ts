/**
 * What a shopper does, in the words of UX.md: things are found by their accessible names. Small enough for Playwright, for
 * WebDriver and for the old JSON wire protocol. Each word waits until it can be done, or fails.
 */
export interface Place {
  /** Presses the button with this name; the last one where two have it, as the stop screen's **닫기**. */
  press(name: string): Promise<void>;
  /** Writes into the field with this label; what stood there is gone. */
  type(field: string, text: string): Promise<void>;
  /** Chooses an option of the field with this label. */
  choose(field: string, option: string): Promise<void>;
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
  /** An error is announced that contains this text. */
  seesAlert(text: string | RegExp): Promise<void>;
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

/** An engine with one window open. */
export interface Driver {
  open(url: string): Promise<void>;
  /** The merchant's page. */
  page: Place;
  /** The popup's screen in the layer. */
  popup: Place;
  /** Presses one digit after the other on the keypad. */
  enterPin(digits: string): Promise<void>;
  /** The test page calls forceClose() of its first instance; the layer may cover every button of the page. */
  forceClose(): Promise<void>;
  /** What the merchant's page was told so far, once it is at least `count` events. For the test pages: the first instance, or that one. */
  events(count: number, instance?: number): Promise<ShopEvent[]>;
  /** Waits until the layer is open, or gone. */
  layerIs(state: 'open' | 'gone'): Promise<void>;
}
