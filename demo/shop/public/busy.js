/** A form that is on its way is not sent again, and its button says so. */
addEventListener('submit', (event) => {
  const button = event.submitter ?? event.target.querySelector('button');
  if (button.getAttribute('aria-busy') === 'true') return event.preventDefault();
  button.setAttribute('aria-busy', 'true');
});

// A page that comes back from the browser's memory is sent by nobody any more.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
});
