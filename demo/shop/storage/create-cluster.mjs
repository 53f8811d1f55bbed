import { PGlite } from '@electric-sql/pglite';

/** `create-cluster.mjs <folder>`: creates an empty database. */
await (await PGlite.create(process.argv[2])).close();
