CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"address" text NOT NULL,
	"user_auth_token" text
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"order_id" text NOT NULL,
	"sku" text NOT NULL,
	"unit_price" integer NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "order_lines_order_id_sku_pk" PRIMARY KEY("order_id","sku"),
	CONSTRAINT "order_lines_quantity" CHECK ("order_lines"."quantity" between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"shipping" text DEFAULT 'standard' NOT NULL,
	"items_total" integer NOT NULL,
	"shipping_fee" integer NOT NULL,
	"total" integer NOT NULL,
	"use_point" integer DEFAULT 0 NOT NULL,
	"dutum_point" integer DEFAULT 0 NOT NULL,
	"charge_point" integer DEFAULT 0 NOT NULL,
	"ocb_use_tr_auth_token" text,
	"mct_transaction_id" text,
	"ocb_transaction_id" text,
	"nx_auth_day" text,
	"nx_auth_no" text,
	"error_code" text,
	"error_message" text,
	"recipient" text NOT NULL,
	"phone" text NOT NULL,
	"address" text NOT NULL,
	"memo" text DEFAULT '' NOT NULL,
	"payment_method" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp with time zone,
	CONSTRAINT "orders_total" CHECK ("orders"."total" = "orders"."items_total" + "orders"."shipping_fee"),
	CONSTRAINT "orders_points" CHECK ("orders"."dutum_point" between 0 and "orders"."use_point"),
	CONSTRAINT "orders_placing" CHECK ("orders"."state" <> 'placing' or "orders"."mct_transaction_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "orders_mct_transaction_id" ON "orders" USING btree ("mct_transaction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_open" ON "orders" USING btree ("account_id") WHERE "orders"."state" in ('draft', 'authorised', 'placing');--> statement-breakpoint
CREATE INDEX "orders_account" ON "orders" USING btree ("account_id");