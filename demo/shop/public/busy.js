/** A form that is being sent cannot be sent again, and its button shows that. */
addEventListener('submit', (event) => {
  const button = event.submitter ?? event.target.querySelector('button');
  if (button.getAttribute('aria-busy') === 'true') return event.preventDefault();
  button.setAttribute('aria-busy', 'true');
});

// A page that is restored from the back/forward cache is no longer sending.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
});
