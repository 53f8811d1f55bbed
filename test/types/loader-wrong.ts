import { loadOKcashbagAPI } from '../../client/index';

/** Wrong uses of the loader: each must not compile, or the line above it is an error. */

// @ts-expect-error the options are an object
loadOKcashbagAPI('https://front.example/js/okcashbagapi.js');
// @ts-expect-error the address is that of the script: src
loadOKcashbagAPI({ frontUrl: 'https://front.example' });
// @ts-expect-error a new tag is always async
loadOKcashbagAPI({ async: false });
// @ts-expect-error it gives a promise of the class
loadOKcashbagAPI().show();
// @ts-expect-error the class has to be made an instance
(await loadOKcashbagAPI()).show();
