CREATE TABLE "composition" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "composition_one_row" CHECK ("composition"."id" = 1)
);--> statement-breakpoint
-- Who has merchants by now is a sandbox: there was nothing else.
INSERT INTO "composition" SELECT 1, 'sandbox' FROM "merchants" LIMIT 1;
