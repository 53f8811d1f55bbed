/** Draws the state of the popup that the address names, as `gallery.js` writes it. */
const asked = new URLSearchParams(location.search);
const browsers = asked.get('browsers') === 'legacy' ? 'legacy' : 'modern';
const { show } = await import(`/sandbox/gallery/${browsers}.${document.documentElement.lang}.js`);

/** Has the colours of one scheme, whatever the system's is. */
function choose(scheme) {
  for (const { media } of [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
    const [, preferred] = /prefers-color-scheme:\s*(\w+)/.exec(media?.mediaText ?? '') ?? [];
    if (preferred) media.mediaText = preferred === scheme ? 'all' : 'not all';
  }
}

if (asked.has('scheme')) choose(asked.get('scheme'));
show(document.getElementById('popup'), asked.get('state'), {
  largeText: asked.has('large'),
  // In the list, a frame that took the focus would scroll the list.
  takesFocus: window.parent === window,
});
