-- One node at a time relays events: whether it is the caller, until the end of its transaction. One that falls silent in the
-- middle, and holds what all others wait for, is put out after ten seconds.
CREATE FUNCTION core.lead_events() RETURNS boolean
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM set_config('idle_in_transaction_session_timeout', '10s', true);
    RETURN pg_try_advisory_xact_lock(hashtextextended('plexica:events:relay', 0));
END
$$;
