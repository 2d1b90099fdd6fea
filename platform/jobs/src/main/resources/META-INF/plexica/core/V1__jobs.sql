-- What plugins have to do in tenants: what their manifests say is due now and then, one row each, and single runs that a
-- plugin asked for.
CREATE TABLE core.jobs (
    id          uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_slug text        NOT NULL,
    plugin_id   text        NOT NULL,
    name        text        NOT NULL,
    -- A cron expression or an interval; null for a single run, which is wanted at a time and told something.
    schedule    text,
    zone        text        NOT NULL DEFAULT 'UTC',
    wanted_at   timestamptz,
    payload     jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(payload) = 'object'),
    paused      boolean     NOT NULL DEFAULT false,
    -- Whether somebody asked for the next run.
    by_hand     boolean     NOT NULL DEFAULT false,
    version     bigint      NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((schedule IS NULL) = (wanted_at IS NOT NULL))
);
CREATE UNIQUE INDEX jobs_scheduled ON core.jobs (tenant_slug, plugin_id, name) WHERE schedule IS NOT NULL;
CREATE INDEX jobs_single ON core.jobs (tenant_slug, plugin_id) WHERE schedule IS NULL;

-- What is due when, in the form of the library that brings it to the nodes. A job that waits for its tenant, for its plugin
-- or for being resumed has no row here.
CREATE TABLE core.jobs_due (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL DEFAULT false,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer     NOT NULL DEFAULT 0,
    last_heartbeat       timestamptz,
    -- Rises with each pick, and begins where no row of the same job has been before.
    version              bigint      NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint,
    -- Of the instance, which is <plugin>/<job>.
    plugin_id            text        NOT NULL GENERATED ALWAYS AS (split_part(task_instance, '/', 1)) STORED,
    job_id               uuid        NOT NULL UNIQUE GENERATED ALWAYS AS (split_part(task_instance, '/', 2)::uuid) STORED
        REFERENCES core.jobs (id) ON DELETE CASCADE,
    PRIMARY KEY (task_name, task_instance)
) WITH (fillfactor = 80);
CREATE INDEX jobs_due_by_plugin ON core.jobs_due (plugin_id, execution_time) WHERE NOT picked;
CREATE INDEX jobs_due_alive ON core.jobs_due (last_heartbeat) WHERE last_heartbeat IS NOT NULL;

-- What became of them. A run is RUNNING until the transaction in which the plugin did its part says SUCCEEDED, or somebody
-- else says otherwise: whoever comes second has no part in it any more.
CREATE TABLE core.jobs_runs (
    id             uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_slug    text        NOT NULL,
    plugin_id      text        NOT NULL,
    job            text        NOT NULL,
    job_id         uuid        NOT NULL,
    -- The version of the row that was due.
    claim          bigint      NOT NULL,
    trigger        text        NOT NULL CHECK (trigger IN ('SCHEDULE', 'HAND', 'PLUGIN')),
    plugin_version text        NOT NULL,
    attempt        integer     NOT NULL,
    node           text        NOT NULL,
    due_at         timestamptz NOT NULL,
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at    timestamptz,
    status         text        NOT NULL DEFAULT 'RUNNING' CHECK (status IN ('RUNNING', 'SUCCEEDED', 'FAILED', 'CUT_OFF')),
    error          text
);
CREATE INDEX jobs_runs_of_job ON core.jobs_runs (tenant_slug, plugin_id, job, started_at DESC);
CREATE INDEX jobs_runs_by_claim ON core.jobs_runs (job_id, claim);
CREATE INDEX jobs_runs_by_time ON core.jobs_runs (started_at);

-- Who calls: a plugin in a tenant, told by the role that the caller works as, never by what the caller says.
CREATE FUNCTION core.jobs_caller(OUT tenant text, OUT plugin text)
    LANGUAGE plpgsql STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    SELECT r.tenant_slug, r.plugin_id INTO tenant, plugin FROM core.data_roles r
    WHERE r.role_name = current_setting('role');
    IF plugin IS NULL THEN
        RAISE EXCEPTION 'The role % has no jobs', current_setting('role') USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;

REVOKE ALL ON FUNCTION core.jobs_caller() FROM PUBLIC;

-- Asks for a single run; null when too many wait already.
CREATE FUNCTION core.schedule_job(job text, wanted timestamptz, told jsonb, most integer) RETURNS uuid
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    caller  record;
    written uuid;
BEGIN
    SELECT * INTO caller FROM core.jobs_caller();
    IF (SELECT count(*) FROM (SELECT FROM core.jobs j WHERE j.tenant_slug = caller.tenant AND j.plugin_id = caller.plugin
                              AND j.schedule IS NULL LIMIT least(most, 10000)) waiting) >= least(most, 10000) THEN
        RETURN NULL;
    END IF;
    INSERT INTO core.jobs (tenant_slug, plugin_id, name, wanted_at, payload)
    VALUES (caller.tenant, caller.plugin, job, wanted, told)
    RETURNING id INTO written;
    INSERT INTO core.jobs_due (task_name, task_instance, execution_time)
    VALUES ('job', caller.plugin || '/' || written, wanted);
    RETURN written;
END
$$;

-- Takes a single run of the caller's back, unless it runs; whether there was one.
CREATE FUNCTION core.cancel_job(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    caller record;
    runs   boolean;
BEGIN
    SELECT * INTO caller FROM core.jobs_caller();
    SELECT d.picked INTO runs FROM core.jobs_due d JOIN core.jobs j ON j.id = d.job_id
    WHERE d.job_id = wanted AND j.tenant_slug = caller.tenant AND j.plugin_id = caller.plugin
    FOR UPDATE OF d;
    IF runs THEN
        RETURN false;
    END IF;
    DELETE FROM core.jobs j
    WHERE j.id = wanted AND j.tenant_slug = caller.tenant AND j.plugin_id = caller.plugin AND j.schedule IS NULL;
    RETURN FOUND;
END
$$;
-- To everybody, as for the audit log: the functions refuse by themselves.
GRANT EXECUTE ON FUNCTION core.schedule_job(text, timestamptz, jsonb, integer) TO PUBLIC;
GRANT EXECUTE ON FUNCTION core.cancel_job(uuid) TO PUBLIC;
