ALTER TABLE "faults" ADD COLUMN "after" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "ci" text;--> statement-breakpoint
-- As seed/members.ts makes it, for who is there already.
UPDATE "members" SET "ci" = translate(encode(sha512(convert_to('sandbox ' || "phone", 'UTF8')), 'base64'), E'\n', '');--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "ci" SET NOT NULL;--> statement-breakpoint
INSERT INTO "accounts" ("id", "kind") SELECT 'saved:' || "nx_mct_no", 'counter' FROM "merchants";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "card_status" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "detail" text;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "original_id" text;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_original_id_transactions_id_fk" FOREIGN KEY ("original_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "transactions_followed_once" ON "transactions" USING btree ("original_id") WHERE "transactions"."code" = '0000';--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_ci_unique" UNIQUE("ci");