-- What settling a request begins with: the lock of its id, before all other locks. Returns how far the clock is ahead, in ms.
CREATE FUNCTION ledger_open(request text) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(request, 0));
  RETURN coalesce((SELECT clock_offset_ms FROM sandbox WHERE id = 1), 0);
END $$;
--> statement-breakpoint
-- The same, and what a merchant's use token may spend, locked, with the accounts that it is taken from in the order of their ids:
-- {"clock_offset_ms", "choice": a row of use_authorisations or null, "status" and "pin_version" of its member,
--  "balances": {account_id: balance}}. It knows no rules: those are in server/services.
CREATE FUNCTION ledger_open_use(request text, merchant text, token text) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  clock_offset bigint := ledger_open(request);
  choice use_authorisations;
  who members;
BEGIN
  SELECT * INTO choice FROM use_authorisations WHERE token_hash = token AND nx_mct_no = merchant FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN json_build_object('clock_offset_ms', clock_offset, 'choice', NULL);
  END IF;
  SELECT * INTO who FROM members WHERE id = choice.member_id;
  RETURN json_build_object('clock_offset_ms', clock_offset, 'choice', choice, 'status', who.status,
    'pin_version', who.pin_version, 'balances', coalesce((SELECT json_object_agg(held.id, held.balance) FROM (
      SELECT id, balance FROM accounts
        WHERE member_id = choice.member_id AND (kind = 'ocb'
          OR id IN (SELECT part ->> 'accountId' FROM jsonb_array_elements(choice.dutum_parts) AS part))
        ORDER BY id FOR NO KEY UPDATE) AS held), '{}'));
END $$;
