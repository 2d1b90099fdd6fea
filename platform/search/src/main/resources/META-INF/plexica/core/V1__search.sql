-- Which index of a plugin in a tenant is used, and whether another is being made, for each engine that was ever used.
-- Without a row it is the first, to which nobody has told what there was before.
CREATE TABLE core.search_indexes (
    tenant_slug    text        NOT NULL,
    plugin_id      text        NOT NULL,
    engine         text        NOT NULL,
    generation     bigint      NOT NULL DEFAULT 1,
    -- Whether everything is in it: false for a first one, and for those of an engine that was not used for a while.
    complete       boolean     NOT NULL DEFAULT false,
    building       bigint,
    -- Whoever makes it says again and again that it is still at it.
    building_until timestamptz,
    built_at       timestamptz,
    PRIMARY KEY (tenant_slug, plugin_id, engine)
);

-- What an engine beside the database has yet to be told, written in the transaction of the change.
CREATE TABLE core.search_changes (
    number       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    engine       text        NOT NULL,
    tenant_slug  text        NOT NULL,
    plugin_id    text        NOT NULL,
    type         text        NOT NULL,
    document_id  text        NOT NULL,
    workspace_id uuid,
    -- Null for a document that is removed.
    body         jsonb,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- When it is to be tried; whoever takes it has it alone until then.
    due_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX search_changes_due ON core.search_changes (due_at, number);
CREATE INDEX search_changes_by_plugin ON core.search_changes (tenant_slug, plugin_id);

-- Waits until nobody shares a lane, for the rest of the transaction: not for long, since writers wait behind whoever waits.
CREATE FUNCTION core.search_alone(lane text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET lock_timeout = '2s'
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(lane, 0));
END
$$;
