-- Publishes for a plugin. Nothing comes back, since the publisher has made the id: so this is sent with the commit, and nobody is
-- kept waiting for longer than a commit takes. Tenant and plugin are those of the role that the caller works as, never what the
-- caller says.
--
-- Whoever publishes about the same thing waits until this transaction has ended: so the numbers of an aggregate's events rise in
-- the order of the commits, and none appears behind a higher one.
CREATE PROCEDURE core.publish_event(
    event        uuid,
    name         text,
    aggregate_id text,
    payload      jsonb,
    workspace_id uuid,
    user_id      uuid,
    trace_id     text
)
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    -- Who waits here for others has no slow statement: it is told so, before the time for statements is over.
    SET lock_timeout = '20s'
AS $$
DECLARE
    tenant text;
    whole  text;
BEGIN
    SELECT r.tenant_slug, split_part(name, '.', 1) || '.' || split_part(name, '.', 2) || '/' || aggregate_id
    INTO tenant, whole
    FROM core.data_roles r
    WHERE r.role_name = current_setting('role') AND starts_with(name, r.plugin_id || '.');
    IF NOT FOUND THEN
        RAISE EXCEPTION 'The role % may not publish %', current_setting('role'), name
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('plexica:events:' || tenant || ':' || whole, 0));
    INSERT INTO core.events_outbox
        (id, name, tenant_slug, aggregate, aggregate_id, payload, workspace_id, user_id, trace_id)
    VALUES (event, name, tenant, whole, aggregate_id, payload, workspace_id, user_id, trace_id);
END
$$;
GRANT EXECUTE ON PROCEDURE core.publish_event(uuid, text, text, jsonb, uuid, uuid, text) TO PUBLIC;

-- For nodes that are not up to date yet.
CREATE OR REPLACE FUNCTION core.publish_event(
    name         text,
    aggregate_id text,
    payload      jsonb,
    workspace_id uuid,
    user_id      uuid,
    trace_id     text
) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    event uuid := gen_random_uuid();
BEGIN
    CALL core.publish_event(event, name, aggregate_id, payload, workspace_id, user_id, trace_id);
    RETURN event;
END
$$;

-- What serves to look back is written when an event is relayed, not by who publishes it.
DROP INDEX core.events_outbox_by_tenant;
DROP INDEX core.events_outbox_by_time;
CREATE INDEX events_outbox_by_tenant ON core.events_outbox (tenant_slug, number) WHERE relayed_at IS NOT NULL;
CREATE INDEX events_outbox_by_time ON core.events_outbox (at) WHERE relayed_at IS NOT NULL;
