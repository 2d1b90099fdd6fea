-- Takes a single run of the caller's back, unless it runs; whether there was one. The job is locked before what is due of it, as
-- by everybody else: whoever pauses the same run at that moment waits, and neither is chosen as the victim of a deadlock.
CREATE OR REPLACE FUNCTION core.cancel_job(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    caller record;
    runs   boolean;
BEGIN
    SELECT * INTO caller FROM core.jobs_caller();
    PERFORM FROM core.jobs j
    WHERE j.id = wanted AND j.tenant_slug = caller.tenant AND j.plugin_id = caller.plugin AND j.schedule IS NULL
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    SELECT d.picked INTO runs FROM core.jobs_due d WHERE d.job_id = wanted FOR UPDATE;
    IF runs THEN
        RETURN false;
    END IF;
    DELETE FROM core.jobs WHERE id = wanted;
    RETURN true;
END
$$;
