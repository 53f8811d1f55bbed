CREATE TABLE "approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "approvals_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payco_charges" (
	"id" text PRIMARY KEY NOT NULL,
	"points" bigint NOT NULL,
	"refunded_at" bigint
);
