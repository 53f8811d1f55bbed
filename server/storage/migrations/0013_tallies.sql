CREATE TABLE "tallies" (
	"rule" text NOT NULL,
	"whom" text NOT NULL,
	"times" bigint[] NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "tallies_rule_whom_pk" PRIMARY KEY("rule","whom")
);
--> statement-breakpoint
ALTER TABLE "pushes" ADD COLUMN "number" text DEFAULT '' NOT NULL;