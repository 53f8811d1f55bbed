import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --config demo/shop/drizzle.config.ts` writes the next migration from the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './demo/shop/storage/schema.ts',
  out: './demo/shop/storage/migrations',
});
