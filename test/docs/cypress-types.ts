/** As much of Cypress's types as its recipe uses, for Cypress itself weighs half a gigabyte. */
export const CYPRESS_TYPES = `
interface Chainable<Subject = any> {
  blur(): Chainable<Subject>;
  clear(): Chainable<Subject>;
  click(): Chainable<Subject>;
  contains(text: string): Chainable<JQuery>;
  contains(selector: string, text: string | RegExp): Chainable<JQuery>;
  find(selector: string): Chainable<JQuery>;
  get(selector: string): Chainable<JQuery>;
  invoke(method: 'attr', name: string): Chainable<string>;
  its(path: string): Chainable<any>;
  request(method: string, url: string): Chainable<unknown>;
  should(chainer: string): Chainable<Subject>;
  task<Result>(event: string, argument: unknown): Chainable<Result>;
  then<Next>(next: (subject: Subject) => Chainable<Next>): Chainable<Next>;
  type(text: string): Chainable<Subject>;
  visit(url: string): Chainable<Window>;
  wrap(element: unknown): Chainable<JQuery>;
}
interface JQuery extends ArrayLike<HTMLElement> {}
declare const cy: Chainable<undefined>;
declare const Cypress: { env(name: string): string };
declare function describe(title: string, suite: () => void): void;
declare function it(title: string, test: () => void): void;
declare function beforeEach(hook: () => void): void;

declare module 'cypress' {
  interface Tasks { [name: string]: (argument: any) => unknown }
  interface EndToEnd {
    baseUrl: string;
    chromeWebSecurity: boolean;
    env: Record<string, string>;
    setupNodeEvents(on: (event: 'task', tasks: Tasks) => void): void;
  }
  export function defineConfig(config: { e2e: EndToEnd }): object;
}
`;
