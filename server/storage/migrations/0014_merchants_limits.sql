CREATE TABLE "saved_days" (
	"nx_mct_no" text NOT NULL,
	"day" text NOT NULL,
	"points" bigint NOT NULL,
	CONSTRAINT "saved_days_nx_mct_no_day_pk" PRIMARY KEY("nx_mct_no","day")
);
--> statement-breakpoint
ALTER TABLE "saved_days" ADD CONSTRAINT "saved_days_nx_mct_no_merchants_nx_mct_no_fk" FOREIGN KEY ("nx_mct_no") REFERENCES "public"."merchants"("nx_mct_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_amounts" CHECK ("transactions"."mct_amount" >= 0 and "transactions"."ocb_point" >= 0 and "transactions"."dutum_point" >= 0);--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_charge" CHECK ("transactions"."charge_point" between 0 and "transactions"."ocb_point");--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_limit" CHECK ("transactions"."code" <> '0000' or "transactions"."kind" in ('OPENING', 'SAVE', 'CANCEL_SAVE') or "transactions"."ocb_point" + "transactions"."dutum_point" <= 500000);--> statement-breakpoint
ALTER TABLE "use_authorisations" ADD CONSTRAINT "use_authorisations_amounts" CHECK ("use_authorisations"."mct_amount" >= 0 and "use_authorisations"."ocb_point" >= 0 and "use_authorisations"."dutum_point" >= 0);--> statement-breakpoint
ALTER TABLE "use_authorisations" ADD CONSTRAINT "use_authorisations_charge" CHECK ("use_authorisations"."charge_point" between 0 and "use_authorisations"."ocb_point");--> statement-breakpoint
ALTER TABLE "use_authorisations" ADD CONSTRAINT "use_authorisations_limit" CHECK ("use_authorisations"."ocb_point" + "use_authorisations"."dutum_point" <= 500000);--> statement-breakpoint
-- As before, but it spends a token only once, whatever a service has seen. A token that is tidied away meanwhile was under way.
CREATE OR REPLACE FUNCTION ledger_write(posting jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  written transactions := jsonb_populate_record(NULL::transactions, posting -> 'transaction');
BEGIN
  IF EXISTS (SELECT FROM reservations
      WHERE nx_mct_no = written.nx_mct_no AND mct_transaction_id = written.mct_transaction_id) THEN
    RETURN NULL;
  END IF;
  written.nx_auth_no := coalesce(written.nx_auth_no, lpad(nextval('nx_auth_numbers')::text, 9, '0'));
  INSERT INTO transactions VALUES (written.*) ON CONFLICT (nx_mct_no, mct_transaction_id) DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  INSERT INTO entries (transaction_id, account_id, amount)
    SELECT written.id, account_id, amount
    FROM jsonb_to_recordset(posting -> 'movements') AS movement (account_id text, amount bigint);
  UPDATE use_authorisations SET spent_at = written.at WHERE token_hash = posting ->> 'spends' AND spent_at IS NULL;
  IF NOT FOUND AND EXISTS (SELECT FROM use_authorisations WHERE token_hash = posting ->> 'spends') THEN
    RAISE EXCEPTION 'ledger: the use token has been spent' USING ERRCODE = 'check_violation';
  END IF;
  IF posting -> 'gives' <> 'null' THEN
    INSERT INTO user_auth_tokens (token_hash, nx_mct_no, member_id, pin_version, issued_at)
      VALUES (posting -> 'gives' ->> 'token_hash', written.nx_mct_no, written.member_id,
        (posting -> 'gives' ->> 'pin_version')::integer, written.at);
  END IF;
  RETURN written.nx_auth_no;
END $$;
--> statement-breakpoint
-- As before, but it counts what a merchant asks to save on a day: a repeat, which reserves nothing, is not counted again.
CREATE OR REPLACE FUNCTION ledger_reserve(posting jsonb, content text, latest bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  wanted transactions := jsonb_populate_record(NULL::transactions, posting -> 'transaction');
BEGIN
  INSERT INTO reservations (id, nx_mct_no, mct_transaction_id, content_hash, spends, original_id, posting, until)
    VALUES (wanted.id, wanted.nx_mct_no, wanted.mct_transaction_id, content, posting ->> 'spends', wanted.original_id,
      posting, latest)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF EXISTS (SELECT FROM transactions
      WHERE nx_mct_no = wanted.nx_mct_no AND mct_transaction_id = wanted.mct_transaction_id) THEN
    DELETE FROM reservations WHERE id = wanted.id;
    RETURN false;
  END IF;
  IF wanted.kind = 'SAVE' THEN
    INSERT INTO saved_days (nx_mct_no, day, points) VALUES (wanted.nx_mct_no, wanted.nx_auth_day, wanted.ocb_point)
      ON CONFLICT (nx_mct_no, day) DO UPDATE SET points = saved_days.points + excluded.points;
  END IF;
  RETURN true;
END $$;
