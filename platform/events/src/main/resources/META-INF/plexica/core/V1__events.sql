-- What has happened, in the order in which it was published. A row stays for as long as it may be asked for again.
CREATE TABLE core.events_outbox (
    number       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           uuid        NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    name         text        NOT NULL,
    tenant_slug  text,
    -- The entity and the identifier of the thing that it is about: events of one stay in order.
    aggregate    text        NOT NULL,
    aggregate_id text        NOT NULL,
    payload      jsonb       NOT NULL CHECK (jsonb_typeof(payload) = 'object'),
    workspace_id uuid,
    user_id      uuid,
    trace_id     text,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- When it was found out who is to get it.
    relayed_at   timestamptz
);
CREATE INDEX events_outbox_waiting ON core.events_outbox (number) WHERE relayed_at IS NULL;
CREATE INDEX events_outbox_by_tenant ON core.events_outbox (tenant_slug, number);
CREATE INDEX events_outbox_by_time ON core.events_outbox (at);

-- An event on its way to a plugin. That there is a row, and what it says, is the plugin's inbox: it is set to DONE in the
-- transaction in which the plugin has handled the event.
CREATE TABLE core.events_deliveries (
    id           uuid        NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    event_number bigint      NOT NULL REFERENCES core.events_outbox (number) ON DELETE CASCADE,
    plugin_id    text        NOT NULL,
    tenant_slug  text        NOT NULL,
    aggregate    text        NOT NULL,
    state        text        NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DONE', 'DEAD')),
    attempts     integer     NOT NULL DEFAULT 0,
    due_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Whoever works on it; void once the row is due again.
    claim        uuid,
    reason       text,
    changed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (event_number, plugin_id)
);
CREATE INDEX events_deliveries_due ON core.events_deliveries (due_at) WHERE state = 'PENDING';
CREATE INDEX events_deliveries_in_order
    ON core.events_deliveries (tenant_slug, plugin_id, aggregate, event_number) WHERE state = 'PENDING';
CREATE INDEX events_deliveries_dead ON core.events_deliveries (tenant_slug, changed_at DESC) WHERE state = 'DEAD';

-- Rows come through the functions below alone, and an event never changes but for relayed_at.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'plexica_core') THEN
        REVOKE INSERT, UPDATE ON core.events_outbox FROM plexica_core;
        GRANT UPDATE (relayed_at) ON core.events_outbox TO plexica_core;
    END IF;
END
$$;

-- Writes an event. Whoever publishes about the same thing waits until this transaction has ended: so the numbers of an
-- aggregate's events rise in the order of the commits, and none appears behind a higher one.
CREATE FUNCTION core.enqueue_event(
    tenant       text,
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
    whole   text := split_part(name, '.', 1) || '.' || split_part(name, '.', 2) || '/' || aggregate_id;
    written uuid;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('plexica:events:' || coalesce(tenant, '') || ':' || whole, 0));
    INSERT INTO core.events_outbox (name, tenant_slug, aggregate, aggregate_id, payload, workspace_id, user_id, trace_id)
    VALUES (name, tenant, whole, aggregate_id, payload, workspace_id, user_id, trace_id)
    RETURNING id INTO written;
    RETURN written;
END
$$;
REVOKE ALL ON FUNCTION core.enqueue_event(text, text, text, jsonb, uuid, uuid, text) FROM PUBLIC;

-- Publishes for a plugin. Tenant and plugin are those of the role that the caller works as, never what the caller says.
CREATE FUNCTION core.publish_event(
    name         text,
    aggregate_id text,
    payload      jsonb,
    workspace_id uuid,
    user_id      uuid,
    trace_id     text
) RETURNS uuid
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    caller text := current_setting('role');
    tenant text;
    plugin text;
BEGIN
    SELECT r.tenant_slug, r.plugin_id INTO tenant, plugin FROM core.data_roles r WHERE r.role_name = caller;
    IF plugin IS NULL OR NOT starts_with(name, plugin || '.') THEN
        RAISE EXCEPTION 'The role % may not publish %', caller, name USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN core.enqueue_event(tenant, name, aggregate_id, payload, workspace_id, user_id, trace_id);
END
$$;
-- To everybody, as for the audit log: the function refuses by itself.
GRANT EXECUTE ON FUNCTION core.publish_event(text, text, jsonb, uuid, uuid, text) TO PUBLIC;

-- The platform's own events are its audit log's rows of these actions: so they come in the same transaction, from whatever
-- place makes the change, and none is missing because this room was not up. They say what happened to which thing and not
-- what it looks like now. A tenant that is gone tells the world, not itself.
CREATE FUNCTION core.events_from_audit() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    event text := CASE
        WHEN NEW.action IN ('core.role.created', 'core.role.updated', 'core.role.deleted') THEN 'core.role.changed'
        ELSE NEW.action
    END;
BEGIN
    PERFORM core.enqueue_event(
        CASE WHEN event <> 'core.tenant.deleted' THEN NEW.tenant_slug END,
        event,
        NEW.resource_id,
        jsonb_strip_nulls(jsonb_build_object(
            'type', NEW.resource_type, 'id', NEW.resource_id, 'version', NEW.after -> 'version')),
        NULL,
        CASE WHEN NOT NEW.super_admin THEN NEW.actor_id END,
        NEW.trace_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER events_from_audit AFTER INSERT ON core.audit_log
    FOR EACH ROW
    WHEN (NEW.outcome = 'SUCCESS' AND NEW.plugin_id IS NULL AND NEW.action IN (
        'core.tenant.created', 'core.tenant.suspended', 'core.tenant.activated', 'core.tenant.deleted',
        'core.user.created', 'core.user.updated', 'core.user.deleted',
        'core.workspace.created', 'core.workspace.updated', 'core.workspace.deleted',
        'core.plugin.published', 'core.plugin.installed', 'core.plugin.enabled', 'core.plugin.disabled',
        'core.plugin.upgraded', 'core.plugin.uninstalled', 'core.plugin.quarantined',
        'core.role.created', 'core.role.updated', 'core.role.deleted'))
    EXECUTE FUNCTION core.events_from_audit();
