-- As before, but it looks for a request that has just come to its end once its own reservation is there: then it cannot miss it.
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
  RETURN true;
END $$;
--> statement-breakpoint
-- As before, but it locks all that a request locks which decides: the token, the transaction that it follows, the accounts. So a
-- request sees another one either under way or settled, and never neither.
CREATE OR REPLACE FUNCTION ledger_settle(reservation text, verdict jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  reserved jsonb;
BEGIN
  SELECT posting INTO reserved FROM reservations WHERE id = reservation;
  PERFORM FROM use_authorisations WHERE token_hash = reserved ->> 'spends' FOR NO KEY UPDATE;
  PERFORM FROM transactions WHERE id = reserved -> 'transaction' ->> 'original_id' FOR NO KEY UPDATE;
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
  IF ledger_write(reserved) IS NULL THEN
    RAISE EXCEPTION 'ledger: what was reserved has been written' USING ERRCODE = 'check_violation';
  END IF;
  RETURN true;
END $$;
