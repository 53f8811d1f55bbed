-- Writes a request down, all of it or, when the merchant's id is taken, nothing: then it returns null, else the approval number.
-- {"transaction": a row of transactions, "movements": [{"account_id", "amount"}], "spends": a use token's hash or null,
--  "gives": {"token_hash", "pin_version"} or null}. It knows no rules: those are in server/services.
CREATE FUNCTION ledger_write(posting jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  written transactions := jsonb_populate_record(NULL::transactions, posting -> 'transaction');
BEGIN
  written.nx_auth_no := lpad(nextval('nx_auth_numbers')::text, 9, '0');
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
