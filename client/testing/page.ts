/** What the helpers use of a page. A `Page` of Playwright is one. */
export interface TestPage {
  locator(selector: string): TestControl;
  frameLocator(selector: string): TestFrame;
}

/** A frame of such a page. */
export interface TestFrame {
  getByRole(role: TestRole, options?: { name: RegExp }): TestControl;
  getByLabel(text: RegExp): TestControl;
}

/** What is found by its role. */
export type TestRole = 'alert' | 'button' | 'checkbox' | 'heading' | 'radio';

/** Something in it: found at each use, and waited for. */
export interface TestControl {
  /** With `trial`, waits until it could be clicked, and does not. */
  click(options: { trial: true; timeout: number }): Promise<void>;
  count(): Promise<number>;
  fill(text: string, options: { timeout: number }): Promise<void>;
  press(key: string, options: { timeout: number }): Promise<void>;
  textContent(options: { timeout: number }): Promise<string | null>;
  waitFor(options: { state: 'visible' | 'hidden'; timeout: number }): Promise<void>;
}
