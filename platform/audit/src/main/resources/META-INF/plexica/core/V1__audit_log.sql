CREATE TABLE core.audit_log (
    id            uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    tenant_slug   text,
    plugin_id     text,
    actor_id      uuid,
    actor_email   text,
    super_admin   boolean     NOT NULL DEFAULT false,
    action        text        NOT NULL,
    resource_type text        NOT NULL,
    resource_id   text        NOT NULL,
    before        jsonb,
    after         jsonb,
    outcome       text        NOT NULL CHECK (outcome IN ('SUCCESS', 'FAILURE')),
    reason        text,
    ip            text,
    trace_id      text
);

CREATE INDEX audit_log_by_tenant ON core.audit_log (tenant_slug, at DESC);
CREATE INDEX audit_log_by_resource ON core.audit_log (tenant_slug, resource_type, resource_id, at DESC);

-- Rows come through core.audit alone and never change. The privileges say so to everybody but the owner; the trigger says
-- so to whoever is given too many privileges by mistake, and refuses changes even by the owner.
REVOKE ALL ON core.audit_log FROM PUBLIC;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'plexica_core') THEN
        REVOKE ALL ON core.audit_log FROM plexica_core;
        GRANT SELECT ON core.audit_log TO plexica_core;
    END IF;
END
$$;

CREATE FUNCTION core.audit_log_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR NOT pg_has_role(current_user,
            (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
        RAISE EXCEPTION 'The audit log is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'INSERT' THEN NEW WHEN 'DELETE' THEN OLD END;
END
$$;

CREATE TRIGGER audit_log_rows BEFORE INSERT OR UPDATE OR DELETE ON core.audit_log
    FOR EACH ROW EXECUTE FUNCTION core.audit_log_is_append_only();
CREATE TRIGGER audit_log_all BEFORE TRUNCATE ON core.audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION core.audit_log_is_append_only();

-- Tenant and plugin are those of the role that the caller works as, never what the caller says. Only the platform's own
-- role, which works for all tenants, names one.
CREATE FUNCTION core.audit(
    wanted_tenant text,
    actor_id      uuid,
    actor_email   text,
    super_admin   boolean,
    action        text,
    resource_type text,
    resource_id   text,
    before        jsonb,
    after         jsonb,
    outcome       text,
    reason        text,
    ip            text,
    trace_id      text
) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    caller     text := current_setting('role');
    row_tenant text;
    row_plugin text;
BEGIN
    IF caller = 'plexica_core' THEN
        row_tenant := wanted_tenant;
    ELSE
        SELECT r.tenant_slug, r.plugin_id INTO row_tenant, row_plugin
        FROM core.data_roles r WHERE r.role_name = caller;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'The role % may not write to the audit log', caller USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    INSERT INTO core.audit_log (tenant_slug, plugin_id, actor_id, actor_email, super_admin, action, resource_type,
                                resource_id, before, after, outcome, reason, ip, trace_id)
    VALUES (row_tenant, row_plugin, actor_id, actor_email, coalesce(super_admin, false), action, resource_type,
            resource_id, before, after, outcome, reason, ip, trace_id);
END
$$;

-- To everybody: one grant for each of many thousand roles would weigh on every look-up, and the function refuses by itself.
GRANT USAGE ON SCHEMA core TO PUBLIC;
GRANT EXECUTE ON FUNCTION core.audit(text, uuid, text, boolean, text, text, text, jsonb, jsonb, text, text, text, text)
    TO PUBLIC;
