CREATE TABLE core.operations (
    id            uuid        PRIMARY KEY,
    type          text        NOT NULL,
    -- What people of a tenant may watch goes with the tenant.
    tenant_slug   text        REFERENCES core.tenants (slug) ON DELETE CASCADE,
    started_by    uuid,
    trace_id      text        NOT NULL,
    status        text        NOT NULL DEFAULT 'RUNNING'
        CHECK (status IN ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    progress      integer     NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    step          text,
    message       text,
    -- As it was written: not looked into by the database.
    result        json,
    problem       json,
    -- Grows with every change, so that a watcher never goes back.
    version       bigint      NOT NULL DEFAULT 1,
    -- The running process that works on it, and when it was last heard of.
    node          uuid        NOT NULL,
    heartbeat_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at   timestamptz,
    CHECK ((status = 'RUNNING') = (finished_at IS NULL))
);
CREATE INDEX operations_running ON core.operations (heartbeat_at) WHERE status = 'RUNNING';
CREATE INDEX operations_by_tenant ON core.operations (tenant_slug, started_at DESC);
CREATE INDEX operations_by_start ON core.operations (started_at DESC);
CREATE INDEX operations_by_end ON core.operations (finished_at) WHERE finished_at IS NOT NULL;
