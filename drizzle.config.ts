import { defineConfig } from 'drizzle-kit';

/** `npm run migration -- --name what_changes` writes the next migration from the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./server/storage/schema.ts', './server/storage/ledger-schema.ts'],
  out: './server/storage/migrations',
});
