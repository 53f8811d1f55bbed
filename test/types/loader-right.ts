import { loadOKcashbagAPI, type OKcashbagAPIConstructor } from '../../client/index';
import * as pure from '../../client/pure';

/** Right uses of the loader: this file must compile, against the source and against the types as published. */
const loading: Promise<OKcashbagAPIConstructor> = loadOKcashbagAPI();
loading.then((OKcashbagAPI) => new OKcashbagAPI('token').show());
loading.then(({ version }) => console.log(version.length));
loadOKcashbagAPI({ src: 'https://front.example/js/okcashbagapi.js' });
pure.loadOKcashbagAPI({ src: document.title, nonce: undefined, integrity: 'sha384-AAAA' });
const api: OKcashbagAPI = new (await pure.loadOKcashbagAPI())();
const named: pure.OKcashbagAPI = api;
named.on('POINTS_AUTH_FAILED', ({ errorObject }) => console.log(errorObject.errorMessage));
