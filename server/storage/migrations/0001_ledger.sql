-- Entries are only ever appended. Each INSERT must sum to zero for each transaction, and is what changes the balances.
CREATE FUNCTION ledger_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM posted GROUP BY transaction_id HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'ledger: the entries of a transaction do not sum to zero' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE accounts SET balance = accounts.balance + moved.amount
    FROM (SELECT account_id, sum(amount) AS amount FROM posted GROUP BY account_id) AS moved
    WHERE accounts.id = moved.account_id AND accounts.kind <> 'counter';
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_post AFTER INSERT ON entries
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION ledger_post();
--> statement-breakpoint
CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger: % is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE ON entries
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
--> statement-breakpoint
CREATE TRIGGER transactions_append_only BEFORE UPDATE OR DELETE ON transactions
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
--> statement-breakpoint
-- A balance changes inside ledger_post (depth 2) and nowhere else; an account is born empty.
CREATE FUNCTION ledger_guard_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND coalesce(NEW.balance, 0) <> 0 THEN
    RAISE EXCEPTION 'ledger: an account starts at zero' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND pg_trigger_depth() < 2) THEN
    RAISE EXCEPTION 'ledger: balances change through entries only' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER accounts_guard_balance BEFORE INSERT OR UPDATE OR DELETE ON accounts
  FOR EACH ROW EXECUTE FUNCTION ledger_guard_balance();
