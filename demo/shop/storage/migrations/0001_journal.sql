CREATE TABLE "order_steps" (
	"order_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"mct_transaction_id" text NOT NULL,
	"mct_amount" integer DEFAULT 0 NOT NULL,
	"asked_point" integer DEFAULT 0 NOT NULL,
	"secret" text,
	"asked_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"ocb_transaction_id" text,
	"nx_auth_day" text,
	"nx_auth_no" text,
	"ocb_point" integer DEFAULT 0 NOT NULL,
	"dutum_point" integer DEFAULT 0 NOT NULL,
	"charge_point" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"error_message" text,
	CONSTRAINT "order_steps_order_id_number_pk" PRIMARY KEY("order_id","number"),
	CONSTRAINT "order_steps_asked" CHECK ("order_steps"."state" = 'planned' or "order_steps"."asked_at" is not null),
	CONSTRAINT "order_steps_secret" CHECK ("order_steps"."secret" is null or "order_steps"."state" not in ('approved', 'refused')),
	CONSTRAINT "order_steps_approved" CHECK (("order_steps"."state" = 'approved') = ("order_steps"."ocb_transaction_id" is not null)),
	CONSTRAINT "order_steps_refused" CHECK (("order_steps"."state" = 'refused') = ("order_steps"."error_code" is not null))
);
--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_placing";--> statement-breakpoint
DROP INDEX "orders_mct_transaction_id";--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "state" text DEFAULT 'ordered' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "other_paid" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order_steps" ADD CONSTRAINT "order_steps_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "order_steps_mct_transaction_id" ON "order_steps" USING btree ("mct_transaction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_steps_asking" ON "order_steps" USING btree ("order_id") WHERE "order_steps"."state" in ('asking', 'unknown');--> statement-breakpoint
INSERT INTO "order_steps" (
	"order_id", "number", "kind", "state", "mct_transaction_id", "mct_amount", "secret", "asked_at", "sent_at",
	"ocb_transaction_id", "nx_auth_day", "nx_auth_no", "ocb_point", "dutum_point", "charge_point", "error_code", "error_message"
)
SELECT
	"id", 1, 'USE', CASE "state" WHEN 'paid' THEN 'approved' WHEN 'failed' THEN 'refused' ELSE 'unknown' END,
	"mct_transaction_id", "total", "ocb_use_tr_auth_token", coalesce("paid_at", "created_at"), coalesce("paid_at", "created_at"),
	"ocb_transaction_id", "nx_auth_day", "nx_auth_no",
	CASE "state" WHEN 'paid' THEN "use_point" - "dutum_point" ELSE 0 END,
	CASE "state" WHEN 'paid' THEN "dutum_point" ELSE 0 END, "charge_point", "error_code", "error_message"
FROM "orders" WHERE "mct_transaction_id" IS NOT NULL;--> statement-breakpoint
UPDATE "orders" SET
	"other_paid" = CASE "state" WHEN 'paid' THEN greatest("total" - "use_point", 0) ELSE 0 END,
	"ocb_use_tr_auth_token" = CASE "state" WHEN 'authorised' THEN "ocb_use_tr_auth_token" END;--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "charge_point";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "mct_transaction_id";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "ocb_transaction_id";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "nx_auth_day";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "nx_auth_no";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "error_code";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "error_message";--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_other_paid" CHECK ("orders"."other_paid" between 0 and "orders"."total");--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_token" CHECK ("orders"."ocb_use_tr_auth_token" is null or "orders"."state" = 'authorised');