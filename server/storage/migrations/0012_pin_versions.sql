ALTER TABLE "members" ADD COLUMN "pin_day" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "pin_day_failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pushes" ADD COLUMN "purpose" text DEFAULT 'pay' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "pin_version" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "known_by" text;--> statement-breakpoint
ALTER TABLE "user_auth_tokens" ADD COLUMN "used_at" bigint;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "pin_version" integer;--> statement-breakpoint
ALTER TABLE "use_authorisations" ADD COLUMN "pin_version" integer;--> statement-breakpoint
-- What is under way goes on with the PIN that its member has.
UPDATE "use_authorisations" SET "pin_version" = "members"."pin_version" FROM "members" WHERE "members"."id" = "use_authorisations"."member_id";--> statement-breakpoint
ALTER TABLE "use_authorisations" ALTER COLUMN "pin_version" SET NOT NULL;--> statement-breakpoint
UPDATE "sessions" SET "pin_version" = "members"."pin_version" FROM "members" WHERE "members"."id" = "sessions"."member_id";--> statement-breakpoint
CREATE INDEX "user_auth_tokens_member" ON "user_auth_tokens" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "user_auth_tokens_last_use" ON "user_auth_tokens" USING btree (coalesce("used_at", "issued_at"));