import { defineConfig } from 'drizzle-kit';

/**
 * `npx drizzle-kit generate --config server/sandbox/drizzle.config.ts` writes the next migration of the sandbox's own
 * tables.
 */
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/sandbox/storage/schema.ts',
  out: './server/sandbox/storage/migrations',
});
