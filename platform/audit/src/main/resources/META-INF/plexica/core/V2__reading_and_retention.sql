-- Actions are compared byte by byte, whatever the database's language, so that an index answers for all that begin alike.
ALTER TABLE core.audit_log ALTER COLUMN action TYPE text COLLATE "C";

CREATE INDEX audit_log_by_time ON core.audit_log (at);
CREATE INDEX audit_log_by_action ON core.audit_log (tenant_slug, action, at DESC);
CREATE INDEX audit_log_by_actor ON core.audit_log (tenant_slug, actor_id, at DESC);
CREATE INDEX audit_log_by_actor_email ON core.audit_log (tenant_slug, actor_email, at DESC);
CREATE INDEX audit_log_by_resource_id ON core.audit_log (tenant_slug, resource_id, at DESC);

-- Whose rows the role may see that reads: a tenant's those of the tenant, a plugin's none. Policies, not a view, so that a
-- page in order is still read from the index.
CREATE FUNCTION core.audit_tenant() RETURNS text
    LANGUAGE sql STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT r.tenant_slug FROM core.data_roles r
    WHERE r.role_name = current_setting('role') AND r.plugin_id IS NULL
$$;

ALTER TABLE core.audit_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_log_of_a_tenant ON core.audit_log FOR SELECT TO PUBLIC
    USING (tenant_slug = core.audit_tenant());
GRANT SELECT ON core.audit_log TO PUBLIC;

-- The one way in which rows go: by the owner's right, never young ones, and not without a trace. One caller at a time.
CREATE FUNCTION core.purge_audit_log(keep_days integer, most integer) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    oldest timestamptz := now() - make_interval(days => keep_days);
    gone   integer;
BEGIN
    IF current_setting('role') <> 'plexica_core' THEN
        RAISE EXCEPTION 'The role % may not purge the audit log', current_setting('role')
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF keep_days < 30 THEN
        RAISE EXCEPTION 'The audit log keeps at least 30 days, not %', keep_days USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT pg_try_advisory_xact_lock(hashtextextended('plexica:audit:purge', 0)) THEN
        RETURN 0;
    END IF;
    DELETE FROM core.audit_log
    WHERE id IN (SELECT id FROM core.audit_log WHERE at < oldest ORDER BY at LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    IF gone > 0 THEN
        INSERT INTO core.audit_log (actor_email, super_admin, action, resource_type, resource_id, after, outcome)
        VALUES ('system', true, 'core.audit.purged', 'audit-log', 'core',
                jsonb_build_object('rows', gone, 'olderThan', oldest), 'SUCCESS');
    END IF;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION core.purge_audit_log(integer, integer) FROM PUBLIC;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'plexica_core') THEN
        CREATE POLICY audit_log_of_the_platform ON core.audit_log FOR ALL TO plexica_core USING (true);
        GRANT EXECUTE ON FUNCTION core.purge_audit_log(integer, integer) TO plexica_core;
    END IF;
END
$$;
