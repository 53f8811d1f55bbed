import { make } from './controls.js';
import { language } from './words.js';

const { names } = await import(`/sandbox/gallery/modern.${language}.js`);
const look = document.getElementById('look');
const states = document.getElementById('states');

/** Shows every state in a frame with the look that is chosen; each links to itself, in a window of its own. */
function draw() {
  const chosen = Object.fromEntries(new FormData(look));
  states.className = `states ${chosen.window}`;
  states.replaceChildren(
    ...names.map((state) => {
      const address = `?${new URLSearchParams({ state, lang: language, ...chosen })}`;
      const link = make('a', '', state);
      link.href = address;
      const frame = make('iframe', '');
      frame.loading = 'lazy';
      frame.title = state;
      frame.tabIndex = -1;
      frame.src = address;
      return make('li', '', link, make('div', 'frame', frame));
    }),
  );
}

look.addEventListener('change', draw);
draw();
