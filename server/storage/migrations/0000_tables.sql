CREATE SEQUENCE "public"."nx_auth_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 999999999 START WITH 1 CACHE 1 CYCLE;--> statement-breakpoint
CREATE TABLE "dutum_programs" (
	"id" integer PRIMARY KEY NOT NULL,
	"nx_mct_no" text NOT NULL,
	"name" text NOT NULL,
	"min_amount" bigint NOT NULL,
	"promotion_code" text
);
--> statement-breakpoint
CREATE TABLE "faults" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "faults_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"call" text NOT NULL,
	"error_code" text,
	"delay_ms" integer,
	"drop" boolean DEFAULT false NOT NULL,
	"times_left" integer
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"birth_date" text NOT NULL,
	"first_digit" text NOT NULL,
	"carrier" text NOT NULL,
	"phone" text NOT NULL,
	"status" text NOT NULL,
	"card_number" text NOT NULL,
	"card_password_hash" text NOT NULL,
	"card_failures" integer DEFAULT 0 NOT NULL,
	"has_app" boolean NOT NULL,
	"has_payco" boolean NOT NULL,
	"pin_hash" text,
	"pin_failures" integer DEFAULT 0 NOT NULL,
	"pin_version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "members_phone_unique" UNIQUE("phone"),
	CONSTRAINT "members_card_number_unique" UNIQUE("card_number")
);
--> statement-breakpoint
CREATE TABLE "merchant_origins" (
	"nx_mct_no" text NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "merchant_origins_nx_mct_no_origin_pk" PRIMARY KEY("nx_mct_no","origin")
);
--> statement-breakpoint
CREATE TABLE "merchants" (
	"nx_mct_no" text PRIMARY KEY NOT NULL,
	"nx_mct_corp_no" text NOT NULL,
	"name" text NOT NULL,
	"basic_auth_hash" text NOT NULL,
	"aes_key" text NOT NULL,
	"aes_iv" text NOT NULL,
	CONSTRAINT "merchants_basic_auth_hash_unique" UNIQUE("basic_auth_hash")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"phone" text NOT NULL,
	"text" text NOT NULL,
	"code" text NOT NULL,
	"sent_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"tr_token_hash" text PRIMARY KEY NOT NULL,
	"member_id" integer NOT NULL,
	"phone" text NOT NULL,
	"code_mac" text NOT NULL,
	"resend_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "phone_days" (
	"phone" text NOT NULL,
	"day" text NOT NULL,
	"mismatches" integer DEFAULT 0 NOT NULL,
	"wrong_codes" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "phone_days_phone_day_pk" PRIMARY KEY("phone","day")
);
--> statement-breakpoint
CREATE TABLE "pushes" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" integer NOT NULL,
	"phone" text NOT NULL,
	"merchant_name" text NOT NULL,
	"mct_amount" bigint NOT NULL,
	"state" text NOT NULL,
	"sent_at" bigint NOT NULL,
	"resend_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox" (
	"id" integer PRIMARY KEY NOT NULL,
	"clock_offset_ms" bigint NOT NULL,
	CONSTRAINT "sandbox_one_row" CHECK ("sandbox"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"tr_token_hash" text PRIMARY KEY NOT NULL,
	"nx_mct_no" text NOT NULL,
	"mct_amount" bigint NOT NULL,
	"promotion_code" text,
	"promoted_volume" bigint,
	"promoted_amount" bigint,
	"user_auth_token_hash" text,
	"issued_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"id_hash" text,
	"step" text NOT NULL,
	"locale" text DEFAULT 'ko' NOT NULL,
	"member_id" integer,
	"pin_forgotten" boolean DEFAULT false NOT NULL,
	"keypad_id" text,
	"keypad_digits" text,
	"first_pin_mac" text,
	"push_id" text,
	"use_token_salt" text,
	CONSTRAINT "sessions_id_hash_unique" UNIQUE("id_hash")
);
--> statement-breakpoint
CREATE TABLE "user_auth_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"nx_mct_no" text NOT NULL,
	"member_id" integer NOT NULL,
	"pin_version" integer NOT NULL,
	"issued_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"member_id" integer,
	"dutum_id" integer,
	"balance" bigint,
	CONSTRAINT "accounts_never_below_zero" CHECK ("accounts"."balance" >= 0),
	CONSTRAINT "accounts_counters_have_no_balance" CHECK (("accounts"."kind" = 'counter') = ("accounts"."balance" is null))
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction_id" text NOT NULL,
	"account_id" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "entries_move_something" CHECK ("entries"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"nx_mct_no" text,
	"mct_transaction_id" text,
	"content_hash" text NOT NULL,
	"code" text NOT NULL,
	"member_id" integer,
	"mct_amount" bigint NOT NULL,
	"ocb_point" bigint NOT NULL,
	"dutum_point" bigint NOT NULL,
	"charge_point" bigint NOT NULL,
	"nx_auth_day" text NOT NULL,
	"nx_auth_no" text DEFAULT lpad(nextval('nx_auth_numbers')::text, 9, '0') NOT NULL,
	"user_auth_salt" text,
	"at" bigint NOT NULL,
	CONSTRAINT "transactions_merchant_id" UNIQUE("nx_mct_no","mct_transaction_id")
);
--> statement-breakpoint
CREATE TABLE "use_authorisations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"nx_mct_no" text NOT NULL,
	"member_id" integer NOT NULL,
	"mct_amount" bigint NOT NULL,
	"ocb_point" bigint NOT NULL,
	"dutum_point" bigint NOT NULL,
	"charge_point" bigint NOT NULL,
	"dutum_parts" jsonb NOT NULL,
	"expires_at" bigint NOT NULL,
	"spent_at" bigint
);
--> statement-breakpoint
ALTER TABLE "dutum_programs" ADD CONSTRAINT "dutum_programs_nx_mct_no_merchants_nx_mct_no_fk" FOREIGN KEY ("nx_mct_no") REFERENCES "public"."merchants"("nx_mct_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_origins" ADD CONSTRAINT "merchant_origins_nx_mct_no_merchants_nx_mct_no_fk" FOREIGN KEY ("nx_mct_no") REFERENCES "public"."merchants"("nx_mct_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_codes" ADD CONSTRAINT "one_time_codes_tr_token_hash_sessions_tr_token_hash_fk" FOREIGN KEY ("tr_token_hash") REFERENCES "public"."sessions"("tr_token_hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_codes" ADD CONSTRAINT "one_time_codes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pushes" ADD CONSTRAINT "pushes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_nx_mct_no_merchants_nx_mct_no_fk" FOREIGN KEY ("nx_mct_no") REFERENCES "public"."merchants"("nx_mct_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_auth_tokens" ADD CONSTRAINT "user_auth_tokens_nx_mct_no_merchants_nx_mct_no_fk" FOREIGN KEY ("nx_mct_no") REFERENCES "public"."merchants"("nx_mct_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_auth_tokens" ADD CONSTRAINT "user_auth_tokens_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_nx_mct_no_merchants_nx_mct_no_fk" FOREIGN KEY ("nx_mct_no") REFERENCES "public"."merchants"("nx_mct_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_authorisations" ADD CONSTRAINT "use_authorisations_nx_mct_no_merchants_nx_mct_no_fk" FOREIGN KEY ("nx_mct_no") REFERENCES "public"."merchants"("nx_mct_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_authorisations" ADD CONSTRAINT "use_authorisations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_phone" ON "messages" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "pushes_phone" ON "pushes" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "sessions_expires_at" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "accounts_member" ON "accounts" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "entries_account" ON "entries" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "entries_transaction" ON "entries" USING btree ("transaction_id");