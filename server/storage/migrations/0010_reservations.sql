CREATE TABLE "reservations" (
	"id" text PRIMARY KEY NOT NULL,
	"nx_mct_no" text NOT NULL,
	"mct_transaction_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"spends" text,
	"original_id" text,
	"posting" jsonb NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "reservations_spends_unique" UNIQUE("spends"),
	CONSTRAINT "reservations_original_id_unique" UNIQUE("original_id"),
	CONSTRAINT "reservations_merchant_id" UNIQUE("nx_mct_no","mct_transaction_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "held" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_have_what_is_held" CHECK ("accounts"."held" >= 0 and "accounts"."balance" >= "accounts"."held");--> statement-breakpoint
-- What a posting takes on the whole from each account.
CREATE FUNCTION ledger_taken(posting jsonb) RETURNS TABLE (account_id text, points bigint) LANGUAGE sql AS $$
  SELECT movement.account_id, -sum(movement.amount)::bigint
    FROM jsonb_to_recordset(posting -> 'movements') AS movement (account_id text, amount bigint)
    GROUP BY movement.account_id HAVING sum(movement.amount) < 0
$$;
--> statement-breakpoint
CREATE FUNCTION ledger_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'ledger: reservations do not change' USING ERRCODE = 'check_violation';
  ELSIF TG_OP = 'INSERT' THEN
    UPDATE accounts SET held = accounts.held + taken.points FROM ledger_taken(NEW.posting) AS taken
      WHERE accounts.id = taken.account_id AND accounts.kind <> 'counter';
  ELSE
    UPDATE accounts SET held = accounts.held - taken.points FROM ledger_taken(OLD.posting) AS taken
      WHERE accounts.id = taken.account_id AND accounts.kind <> 'counter';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER reservations_hold AFTER INSERT OR UPDATE OR DELETE ON reservations
  FOR EACH ROW EXECUTE FUNCTION ledger_hold();
--> statement-breakpoint
-- Writes a request down as before, with the number of its approval when it has one. An id is taken also while its request is under way.
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
  UPDATE use_authorisations SET spent_at = written.at WHERE token_hash = posting ->> 'spends';
  IF posting -> 'gives' <> 'null' THEN
    INSERT INTO user_auth_tokens (token_hash, nx_mct_no, member_id, pin_version, issued_at)
      VALUES (posting -> 'gives' ->> 'token_hash', written.nx_mct_no, written.member_id,
        (posting -> 'gives' ->> 'pin_version')::integer, written.at);
  END IF;
  RETURN written.nx_auth_no;
END $$;
--> statement-breakpoint
-- Reserves what a posting takes. False when its id is taken, or another request under way has its token or follows the same transaction.
CREATE FUNCTION ledger_reserve(posting jsonb, content text, latest bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  wanted transactions := jsonb_populate_record(NULL::transactions, posting -> 'transaction');
BEGIN
  IF EXISTS (SELECT FROM transactions
      WHERE nx_mct_no = wanted.nx_mct_no AND mct_transaction_id = wanted.mct_transaction_id) THEN
    RETURN false;
  END IF;
  INSERT INTO reservations (id, nx_mct_no, mct_transaction_id, content_hash, spends, original_id, posting, until)
    VALUES (wanted.id, wanted.nx_mct_no, wanted.mct_transaction_id, content, posting ->> 'spends', wanted.original_id,
      posting, latest)
    ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
--> statement-breakpoint
-- Ends a reservation: writes what it would write, as `verdict` says: {"code", "detail", "nx_auth_day", "nx_auth_no"}. A refused one moves
-- nothing, spends nothing and gives nothing. False when it has been ended already.
CREATE FUNCTION ledger_settle(reservation text, verdict jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  reserved jsonb;
BEGIN
  SELECT posting INTO reserved FROM reservations WHERE id = reservation;
  -- In the order in which a request locks them.
  PERFORM FROM use_authorisations WHERE token_hash = reserved ->> 'spends' FOR NO KEY UPDATE;
  PERFORM FROM accounts WHERE kind <> 'counter' AND id IN (
    SELECT account_id FROM jsonb_to_recordset(reserved -> 'movements') AS movement (account_id text)) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM reservations WHERE id = reservation;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  reserved := jsonb_set(reserved, '{transaction}', reserved -> 'transaction' || verdict);
  IF verdict ->> 'code' <> '0000' THEN
    reserved := reserved || '{"movements": [], "spends": null, "gives": null}';
    reserved := jsonb_set(reserved, '{transaction,user_auth_salt}', 'null');
  END IF;
  PERFORM ledger_write(reserved);
  RETURN true;
END $$;
--> statement-breakpoint
-- As before, with what is not held.
CREATE OR REPLACE FUNCTION ledger_open_use(request text, merchant text, token text) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  choice use_authorisations;
  who members;
BEGIN
  PERFORM ledger_open(request);
  SELECT * INTO choice FROM use_authorisations WHERE token_hash = token AND nx_mct_no = merchant FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN json_build_object('choice', NULL);
  END IF;
  SELECT * INTO who FROM members WHERE id = choice.member_id;
  RETURN json_build_object('choice', choice, 'status', who.status,
    'pin_version', who.pin_version, 'balances', coalesce((SELECT json_object_agg(free.id, free.points) FROM (
      SELECT id, balance - held AS points FROM accounts
        WHERE member_id = choice.member_id AND (kind = 'ocb'
          OR id IN (SELECT part ->> 'accountId' FROM jsonb_array_elements(choice.dutum_parts) AS part))
        ORDER BY id FOR NO KEY UPDATE) AS free), '{}'));
END $$;
