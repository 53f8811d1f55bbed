ALTER TABLE "faults" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sandbox" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "faults" CASCADE;--> statement-breakpoint
DROP TABLE "messages" CASCADE;--> statement-breakpoint
DROP TABLE "sandbox" CASCADE;--> statement-breakpoint
ALTER TABLE "members" DROP CONSTRAINT "members_card_number_unique";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "card_number";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "card_status";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "card_password_hash";--> statement-breakpoint
DROP FUNCTION ledger_open_use(text, text, text);
--> statement-breakpoint
DROP FUNCTION ledger_open(text);
--> statement-breakpoint
-- What settling a request begins with: the lock of its id, before all other locks.
CREATE FUNCTION ledger_open(request text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(request, 0));
END $$;
--> statement-breakpoint
-- The same, and what a merchant's use token may spend, locked, with the accounts that it is taken from in the order of their ids:
-- {"choice": a row of use_authorisations or null, "status" and "pin_version" of its member, "balances": {account_id: balance}}. It
-- knows no rules: those are in server/services.
CREATE FUNCTION ledger_open_use(request text, merchant text, token text) RETURNS json LANGUAGE plpgsql AS $$
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
    'pin_version', who.pin_version, 'balances', coalesce((SELECT json_object_agg(held.id, held.balance) FROM (
      SELECT id, balance FROM accounts
        WHERE member_id = choice.member_id AND (kind = 'ocb'
          OR id IN (SELECT part ->> 'accountId' FROM jsonb_array_elements(choice.dutum_parts) AS part))
        ORDER BY id FOR NO KEY UPDATE) AS held), '{}'));
END $$;
