/** `okcashbagapi/testing`: for the tests of a page and of a server that pay with points. */
export { type FakeOKcashbag, type FakePoints, installFakeOKcashbag } from './fake';
export { type Authorization, approvePush, authorize, type SandboxOptions, waitForCode } from './sandbox';
