import { defineConfig } from 'drizzle-kit';

/** `npm run migration -- --name what_changes` writes the next migration from the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./demo/ocb/storage/schema.ts', './demo/ocb/storage/ledger-schema.ts'],
  out: './demo/ocb/storage/migrations',
});
