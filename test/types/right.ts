import type { OKcashbagAPI as Api, ErrorCode, ErrorObject, Locale, Params, PointsAuthenticated } from '../../src/api';

/** Right uses of the browser API: this file must compile, against the source and against the types as published. */
const token: string | undefined = document.title || undefined;
const locale: Locale = 'en';
const params: Params = { mctTrToken: token, userAuthToken: null, locale };

const fetchToken = async (): Promise<string> => 'token';
const fetchUserToken = async (): Promise<string | undefined> => undefined;
declare const thenable: PromiseLike<string>;

const api = new OKcashbagAPI();
const other: Api = new OKcashbagAPI('token', token);
const named: OKcashbagAPI = new window.OKcashbagAPI(null, undefined);
const version: string = OKcashbagAPI.version;

const spend = (result: PointsAuthenticated): void => console.log(result.ocbUseTrAuthToken, result.usePoint + 1);
const complain = ({ errorObject }: { errorObject: ErrorObject }): void => console.log(errorObject.errorMessage);

api.setParams(params);
api.on('POINTS_AUTHENTICATED', spend);
api.on('POINTS AUTHENTICATED', (result) => console.log(result.mctAmount.toFixed(), result.dutumPoint, version));
api.on('POINTS_AUTH_FAILED', complain);
api.on('POINTS AUTH FAILED', ({ errorObject }) => console.log(errorObject.errorCode.length));
const closed: ErrorCode = '2002';
api.on('POINTS_AUTH_FAILED', ({ errorObject }) => errorObject.errorCode === closed);
const any = (...[eventName, result]: Parameters<Parameters<typeof api.on>[0]>): void => {
  if (eventName === 'POINTS_AUTHENTICATED') console.log(result.usePoint);
  else console.log(result.errorObject.errorDetailMessage);
};
api.on(any);
api.on(() => {});
api.off('POINTS_AUTHENTICATED', spend);
api.off(any);

api.show();
other.show({});
named.show({ mctTrToken: 'token' });
named.show({ mctTrToken: fetchToken(), userAuthToken: fetchUserToken() });
named.setParams({ mctTrToken: thenable });
new OKcashbagAPI(fetchToken(), fetchUserToken()).on(() => {});
if (api.isShow()) api.forceClose();
