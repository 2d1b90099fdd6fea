-- Who has come in by signing in is there as much as who was made; and who was suspended, let in again, has accepted an invitation or
-- was given other roles has changed as much as who was given another name: whoever keeps a copy of people hears of them all.
CREATE OR REPLACE FUNCTION core.events_from_audit() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    event text := CASE
        WHEN NEW.action IN ('core.role.created', 'core.role.updated', 'core.role.deleted') THEN 'core.role.changed'
        WHEN NEW.action = 'core.user.first-seen' THEN 'core.user.created'
        WHEN NEW.action IN ('core.user.suspended', 'core.user.activated', 'core.user.invitation-accepted',
            'core.user.roles-assigned') THEN 'core.user.updated'
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
-- Replacing a trigger waits for every transaction that has written an audit row, and whoever wants to write one waits behind it: so
-- it waits only a moment, steps aside for as long, and comes again, for two minutes at least.
DO $$
DECLARE
    before text := current_setting('lock_timeout');
BEGIN
    FOR attempt IN 1..300 LOOP
        BEGIN
            SET LOCAL lock_timeout = '200ms';
            CREATE OR REPLACE TRIGGER events_from_audit AFTER INSERT ON core.audit_log
                FOR EACH ROW
                WHEN (NEW.outcome = 'SUCCESS' AND NEW.plugin_id IS NULL AND NEW.action IN (
                    'core.tenant.created', 'core.tenant.suspended', 'core.tenant.activated', 'core.tenant.deleted',
                    'core.user.created', 'core.user.first-seen', 'core.user.updated', 'core.user.suspended', 'core.user.activated',
                    'core.user.invitation-accepted', 'core.user.roles-assigned', 'core.user.deleted',
                    'core.workspace.created', 'core.workspace.updated', 'core.workspace.deleted',
                    'core.plugin.published', 'core.plugin.installed', 'core.plugin.enabled', 'core.plugin.disabled',
                    'core.plugin.upgraded', 'core.plugin.uninstalled', 'core.plugin.quarantined',
                    'core.role.created', 'core.role.updated', 'core.role.deleted'))
                EXECUTE FUNCTION core.events_from_audit();
            PERFORM set_config('lock_timeout', before, true);
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            IF attempt = 300 THEN
                RAISE;
            END IF;
            PERFORM pg_sleep(0.2);
        END;
    END LOOP;
END
$$;
