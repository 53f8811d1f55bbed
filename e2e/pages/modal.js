/**
 * Opens a modal over the merchant's page, with the payment form in it, in the manner of `?modal=`: what each does about
 * focus, clicks and the rest of the page is what its library does.
 */
(() => {
  const kind = new URLSearchParams(location.search).get('modal');
  const form = document.querySelector('form');
  const modal = document.createElement(kind === 'dialog' ? 'dialog' : 'div');
  modal.id = 'modal';
  modal.tabIndex = -1;
  modal.setAttribute('role', 'dialog');
  modal.setAttribute('aria-label', 'merchant modal');
  modal.append(form);
  document.body.append(modal);

  const cover = () => {
    modal.style.cssText = 'position:fixed;inset:40px;background:#fff;border:1px solid;z-index:2147483647;overflow:auto';
  };
  const outside = (node) => node instanceof Node && node !== document && !modal.contains(node);
  const others = () => [...document.body.children].filter((child) => child !== modal && child.tagName !== 'SCRIPT');

  const KINDS = {
    'z-index': cover,
    dialog: () => modal.showModal(),
    bootstrap() {
      cover();
      document.addEventListener('focusin', (event) => outside(event.target) && modal.focus());
    },
    mui() {
      cover();
      for (const other of others()) other.setAttribute('aria-hidden', 'true');
      setInterval(() => {
        if (document.hasFocus() && outside(document.activeElement)) modal.focus();
      }, 50);
    },
    radix() {
      cover();
      document.body.style.pointerEvents = 'none';
      modal.style.pointerEvents = 'auto';
      for (const other of others()) other.setAttribute('aria-hidden', 'true');
      document.addEventListener('focusin', (event) => outside(event.target) && modal.focus());
      document.addEventListener(
        'focusout',
        (event) => event.relatedTarget && outside(event.relatedTarget) && modal.focus(),
      );
    },
    inert() {
      cover();
      for (const other of others()) other.inert = true;
    },
  };
  window.openModal = KINDS[kind];
})();
