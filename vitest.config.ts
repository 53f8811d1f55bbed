import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * What takes long, or needs more than Node and a browser: PostgreSQL, crashes, load, Wine. `npm run test:all` runs it.
 */
const SLOW = 'test/**/*.slow.test.ts';

export default defineConfig({
  resolve: {
    alias: {
      // The popup's words, in the language that defines what there is to say.
      words: fileURLToPath(new URL('ui/words/ko.ts', import.meta.url)),
      // As the documents import it.
      'okcashbagapi/testing': fileURLToPath(new URL('client/testing/index.ts', import.meta.url)),
    },
  },
  test: {
    // One core more than it takes by itself: many tests wait for a browser or a server.
    maxWorkers: '100%',
    // The files of a worker share its modules, its database and its browser: each costs about a second of a processor.
    isolate: false,
    // A machine that is busy with browsers opens an embedded database slowly.
    hookTimeout: 60_000,
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [SLOW] } },
      { extends: true, test: { name: 'slow', include: [SLOW] } },
    ],
  },
});
