// #region load
import { loadOKcashbagAPI } from 'okcashbagapi';

const OKcashbagAPI = await loadOKcashbagAPI({ src: 'https://FRONT/js/okcashbagapi.js' });
const ocb = new OKcashbagAPI();
// #endregion load

ocb.on(console.log);
document.getElementById('points')?.addEventListener('click', () => ocb.show({ mctTrToken: 'token' }));
