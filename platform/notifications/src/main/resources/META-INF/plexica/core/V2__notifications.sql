-- What people are told. It is written once; to whom, and who has read it, lies beside it. It goes with the tenant.
CREATE TABLE core.notifications (
    id          uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    -- Null for super admins.
    tenant_slug text        REFERENCES core.tenants (slug) ON DELETE CASCADE,
    -- Who sends it; null for the platform itself.
    plugin_id   text,
    type        text        NOT NULL,
    severity    text        NOT NULL CHECK (severity IN ('INFO', 'SUCCESS', 'WARNING', 'ERROR')),
    title       text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200 AND title !~ '[[:cntrl:]]'),
    body        text        NOT NULL CHECK (length(body) <= 2000),
    -- Where in the console it leads: never elsewhere, whoever wrote it.
    link        text        CHECK (length(link) <= 500 AND link ~ '^/([^/[:cntrl:][:space:]\\][^[:cntrl:][:space:]\\]*)?$'),
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX notifications_by_source ON core.notifications (tenant_slug, plugin_id, created_at);
CREATE INDEX notifications_by_time ON core.notifications (created_at);

CREATE TABLE core.notification_recipients (
    notification_id uuid        NOT NULL REFERENCES core.notifications (id) ON DELETE CASCADE,
    user_id         uuid        NOT NULL,
    tenant_slug     text,
    read_at         timestamptz,
    PRIMARY KEY (notification_id, user_id)
);
CREATE INDEX notification_recipients_by_user ON core.notification_recipients (user_id, notification_id);
CREATE INDEX notification_recipients_read ON core.notification_recipients (read_at) WHERE read_at IS NOT NULL;

-- What the platform has to tell people and has not yet. No key leads to the tenant: it may be gone before, or not yet there.
CREATE TABLE core.notices (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text        NOT NULL,
    tenant_slug text,
    subject     text        NOT NULL,
    -- Who made it happen, and need not be told.
    actor_id    uuid,
    details     jsonb       NOT NULL DEFAULT '{}',
    attempts    integer     NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX notices_by_time ON core.notices (due_at);

-- Whose rows the role may see that reads: a tenant's those of the tenant, a plugin's none.
CREATE FUNCTION core.notified_tenant() RETURNS text
    LANGUAGE sql STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT r.tenant_slug FROM core.data_roles r
    WHERE r.role_name = current_setting('role') AND r.plugin_id IS NULL
$$;

ALTER TABLE core.notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.notification_recipients ENABLE ROW LEVEL SECURITY;
CREATE POLICY notifications_of_a_tenant ON core.notifications FOR SELECT TO PUBLIC
    USING (tenant_slug = (SELECT core.notified_tenant()));
CREATE POLICY notification_recipients_of_a_tenant ON core.notification_recipients FOR SELECT TO PUBLIC
    USING (tenant_slug = (SELECT core.notified_tenant()));
GRANT SELECT ON core.notifications, core.notification_recipients TO PUBLIC;

-- Writes a notification, and tells all nodes once it has committed. The channel is the one on which they listen.
CREATE FUNCTION core.write_notification(
    id         uuid,
    tenant     text,
    plugin     text,
    type       text,
    severity   text,
    title      text,
    body       text,
    link       text,
    recipients uuid[]
) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO core.notifications (id, tenant_slug, plugin_id, type, severity, title, body, link)
    VALUES (id, tenant, plugin, type, severity, title, body, link);
    INSERT INTO core.notification_recipients (notification_id, user_id, tenant_slug)
    SELECT DISTINCT id, person, tenant FROM unnest(recipients) person;
    INSERT INTO core.signals (topic, key) VALUES ('notifications', coalesce(tenant, '') || '/' || id);
    PERFORM pg_notify('plexica_signals', '');
END
$$;
REVOKE ALL ON FUNCTION core.write_notification(uuid, text, text, text, text, text, text, text, uuid[]) FROM PUBLIC;

-- Notifies for a plugin. Tenant and plugin are those of the role that the caller works as, never what the caller says. False
-- when the plugin has sent as much as it may.
CREATE FUNCTION core.notify_people(
    id         uuid,
    severity   text,
    title      text,
    body       text,
    link       text,
    recipients uuid[]
) RETURNS boolean
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    caller text := current_setting('role');
    tenant text;
    plugin text;
    recent integer;
BEGIN
    SELECT r.tenant_slug, r.plugin_id INTO tenant, plugin FROM core.data_roles r WHERE r.role_name = caller;
    IF plugin IS NULL THEN
        RAISE EXCEPTION 'The role % may not notify people', caller USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF cardinality(recipients) > 10000 THEN
        RAISE EXCEPTION 'A notification goes to 10000 people at most' USING ERRCODE = 'check_violation';
    END IF;
    SELECT count(*) INTO recent FROM (
        SELECT FROM core.notifications n
        WHERE n.tenant_slug = tenant AND n.plugin_id = plugin AND n.created_at > clock_timestamp() - interval '1 minute'
        LIMIT 60) sent;
    IF recent >= 60 THEN
        RETURN false;
    END IF;
    PERFORM core.write_notification(id, tenant, plugin, 'notification', severity, title, body, link, recipients);
    RETURN true;
END
$$;
-- To everybody, as for the audit log: the function refuses by itself.
GRANT EXECUTE ON FUNCTION core.notify_people(uuid, text, text, text, text, uuid[]) TO PUBLIC;

-- Notes that there is something to tell people of, and wakes the nodes.
CREATE FUNCTION core.note_notice(kind text, tenant text, subject text, actor uuid, details jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO core.notices (kind, tenant_slug, subject, actor_id, details)
    VALUES (kind, tenant, subject, actor, jsonb_strip_nulls(details));
    INSERT INTO core.signals (topic, key) VALUES ('notices', '');
    PERFORM pg_notify('plexica_signals', '');
END
$$;
REVOKE ALL ON FUNCTION core.note_notice(text, text, text, uuid, jsonb) FROM PUBLIC;

-- What the platform tells people of are its audit log's rows of these actions: so it comes in the same transaction, from
-- whatever place makes the change. What happens to a version concerns the tenants that have it.
CREATE FUNCTION core.notices_from_audit() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    details jsonb := jsonb_build_object('before', NEW.before, 'after', NEW.after);
BEGIN
    IF NEW.action IN ('core.plugin.quarantined', 'core.plugin.deprecated') THEN
        PERFORM core.note_notice(NEW.action, i.tenant_slug, NEW.resource_id, NULL, details)
        FROM core.installations i
        WHERE i.plugin_id = split_part(NEW.resource_id, '@', 1) AND i.version = split_part(NEW.resource_id, '@', 2)
            AND i.status IN ('INSTALLED', 'DISABLED');
    ELSIF NEW.tenant_slug IS NOT NULL THEN
        PERFORM core.note_notice(NEW.action, NEW.tenant_slug, NEW.resource_id, NEW.actor_id, details);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER notices_from_audit AFTER INSERT ON core.audit_log
    FOR EACH ROW
    WHEN (NEW.outcome = 'SUCCESS' AND NEW.plugin_id IS NULL AND NEW.action IN (
        'core.plugin.installed', 'core.plugin.upgraded', 'core.plugin.uninstalled', 'core.plugin.quarantined',
        'core.plugin.deprecated', 'core.user.roles-assigned'))
    EXECUTE FUNCTION core.notices_from_audit();

-- An installation that failed, whoever began it; attempts that were refused are none.
CREATE FUNCTION core.notices_from_installations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM core.note_notice('core.plugin.failed', NEW.tenant_slug, NEW.plugin_id, NULL,
        jsonb_build_object('version', NEW.version, 'reason', NEW.reason));
    RETURN NULL;
END
$$;
CREATE TRIGGER notices_from_installations AFTER UPDATE OF status ON core.installations
    FOR EACH ROW
    WHEN (OLD.status <> 'FAILED' AND NEW.status = 'FAILED')
    EXECUTE FUNCTION core.notices_from_installations();

-- Whoever began long work is told how it ended; nobody began what the platform does by itself.
CREATE FUNCTION core.notices_from_operations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM core.note_notice('core.operation.ended', NEW.tenant_slug, NEW.id::text, NULL,
        jsonb_build_object('user', NEW.started_by, 'type', NEW.type, 'status', NEW.status));
    RETURN NULL;
END
$$;
CREATE TRIGGER notices_from_operations AFTER UPDATE OF status ON core.operations
    FOR EACH ROW
    WHEN (OLD.status = 'RUNNING' AND NEW.status <> 'RUNNING' AND NEW.started_by IS NOT NULL
        AND NEW.started_by <> '00000000-0000-0000-0000-000000000000')
    EXECUTE FUNCTION core.notices_from_operations();

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'plexica_core') THEN
        CREATE POLICY notifications_of_the_platform ON core.notifications FOR ALL TO plexica_core USING (true);
        CREATE POLICY notification_recipients_of_the_platform ON core.notification_recipients FOR ALL TO plexica_core
            USING (true);
        GRANT EXECUTE ON FUNCTION
            core.write_notification(uuid, text, text, text, text, text, text, text, uuid[]),
            core.note_notice(text, text, text, uuid, jsonb) TO plexica_core;
    END IF;
END
$$;
