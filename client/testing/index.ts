/** `okcashbagapi/testing`: for the tests of a page and of a server that pay with points. */
export { type FakeOKcashbag, type FakePoints, installFakeOKcashbag } from './fake';
export type { TestControl, TestFrame, TestPage, TestRole } from './page';
export { type Authorization, approvePush, authorize, type SandboxOptions, waitForCode } from './sandbox';
export { enterPin, type PhonePayment, payByPhone, type StepOptions } from './shopper';
