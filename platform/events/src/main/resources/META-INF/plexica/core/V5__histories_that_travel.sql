-- Keeps an entry of a history that comes from elsewhere with its tenant, for a plugin that the tenant has here. Only the platform
-- may: a plugin appends, and rewrites nothing.
CREATE PROCEDURE core.restore_history(tenant text, entry jsonb)
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    owner text := (SELECT r.role_name FROM core.data_roles r
                   WHERE r.tenant_slug = tenant AND r.plugin_id = entry ->> 'plugin');
BEGIN
    IF owner IS NULL THEN
        RAISE EXCEPTION 'The tenant has no such plugin' USING ERRCODE = 'foreign_key_violation';
    END IF;
    INSERT INTO core.events_histories (role_name, type, aggregate_id, sequence, name, payload, user_id, at)
    VALUES (owner, entry ->> 'type', entry ->> 'aggregate', (entry ->> 'sequence')::bigint, entry ->> 'name',
        entry -> 'payload', (entry ->> 'user')::uuid, (entry ->> 'at')::timestamptz);
END
$$;
REVOKE ALL ON PROCEDURE core.restore_history(text, jsonb) FROM PUBLIC;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'plexica_core') THEN
        GRANT EXECUTE ON PROCEDURE core.restore_history(text, jsonb) TO plexica_core;
    END IF;
END
$$;
