import type { Params } from '../../src/api';

/** Wrong uses of the browser API: each must not compile, or the line above it is an error. */
declare const api: OKcashbagAPI;

// @ts-expect-error a token is a string
new OKcashbagAPI(7);
// @ts-expect-error a promise of a token is one of a string
new OKcashbagAPI(Promise.resolve(7));
// @ts-expect-error the token request's response is not the token
new OKcashbagAPI(Promise.resolve({ merchantTrToken: 'token' }));
// @ts-expect-error what gives a promise is not one
new OKcashbagAPI(async () => 'token');
// @ts-expect-error there are two tokens
new OKcashbagAPI('token', 'user', 'ko');
// @ts-expect-error it is made with new
OKcashbagAPI('token');
// @ts-expect-error the version is not ours to set
OKcashbagAPI.version = '2';

// @ts-expect-error the params are an object
api.show('token');
// @ts-expect-error the server's name for it
api.show({ merchantTrToken: 'token' });
// @ts-expect-error a token is a string
api.setParams({ mctTrToken: 7 });
// @ts-expect-error there is no payment without it
api.show({ mctTrToken: Promise.resolve(undefined) });
// @ts-expect-error a tag that is no language of the popup
api.setParams({ locale: 'tlh' });
// @ts-expect-error a misspelt name
export const params: Params = { userAuthTokn: 'token' };

// @ts-expect-error no such event
api.on('POINTS_AUTHORIZED', () => {});
// @ts-expect-error no listener
api.on('POINTS_AUTHENTICATED');
// @ts-expect-error the listener comes second
api.on(() => {}, 'POINTS_AUTHENTICATED');
// @ts-expect-error a success has no error
api.on('POINTS_AUTHENTICATED', (result) => result.errorObject.errorCode);
// @ts-expect-error a failure has no points
api.on('POINTS_AUTH_FAILED', (result) => result.usePoint);
// @ts-expect-error no such code
api.on('POINTS_AUTH_FAILED', ({ errorObject }) => errorObject.errorCode === '2022');
// @ts-expect-error not before it is known which event it is
api.on((_name, result) => result.usePoint);
// @ts-expect-error no such event
api.off('POINTS', () => {});
// @ts-expect-error of which listener
api.off('POINTS_AUTH_FAILED');

// @ts-expect-error the outcome is told to listeners
api.show().then(() => {});
// @ts-expect-error a method
if (api.isShow === true) api.forceClose();
// @ts-expect-error it takes nothing
api.forceClose(true);
