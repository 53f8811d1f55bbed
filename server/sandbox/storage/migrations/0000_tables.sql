CREATE TABLE "app_pushes" (
	"id" text PRIMARY KEY NOT NULL,
	"phone" text NOT NULL,
	"merchant_name" text NOT NULL,
	"mct_amount" bigint NOT NULL,
	"sent_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"card_number" text PRIMARY KEY NOT NULL,
	"ci" text NOT NULL,
	"status" text NOT NULL,
	"password_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "faults" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "faults_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"call" text NOT NULL,
	"error_code" text,
	"delay_ms" integer,
	"drop" boolean DEFAULT false NOT NULL,
	"after" boolean DEFAULT false NOT NULL,
	"times_left" integer
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
CREATE TABLE "sandbox" (
	"id" integer PRIMARY KEY NOT NULL,
	"clock_offset_ms" bigint NOT NULL,
	CONSTRAINT "sandbox_one_row" CHECK ("sandbox"."id" = 1)
);
--> statement-breakpoint
CREATE INDEX "app_pushes_phone" ON "app_pushes" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "messages_phone" ON "messages" USING btree ("phone");