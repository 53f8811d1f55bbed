/**
 * A single-page application: its router draws a view for the address, and counts what it hears of history; the checkout
 * view makes an OKcashbagAPI when it is mounted and closes it when it is unmounted. `?strict` mounts, unmounts and
 * mounts again at once, as React does in development.
 */
(() => {
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const main = document.querySelector('main');
  const note = (line) => {
    const item = document.createElement('li');
    item.textContent = line;
    document.getElementById('events').append(item);
  };
  window.routed = [];

  function mountCheckout() {
    const api = new window.OKcashbagAPI(token);
    const listener = (name, result) => note(`${name} ${JSON.stringify(result)}`);
    api.on(listener);
    const button = document.createElement('button');
    button.textContent = 'OK캐쉬백 사용';
    button.onclick = () => api.show();
    main.replaceChildren(button);
    return () => {
      api.off(listener);
      api.forceClose();
      main.replaceChildren();
    };
  }

  let unmount = () => {};
  function route() {
    unmount();
    unmount = () => {};
    if (location.hash !== '#/checkout') return main.replaceChildren('장바구니가 비어 있어요');
    unmount = mountCheckout();
    if (!new URLSearchParams(location.search).has('strict')) return;
    unmount();
    unmount = mountCheckout();
  }

  for (const name of ['popstate', 'hashchange']) addEventListener(name, () => window.routed.push(name));
  document.querySelector('nav').onclick = (event) => {
    event.preventDefault();
    history.pushState(null, '', location.pathname + location.search + new URL(event.target.href).hash);
    route();
  };
  addEventListener('popstate', route);
  route();
})();
