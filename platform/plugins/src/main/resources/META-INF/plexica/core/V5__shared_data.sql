-- Values that plugins of one tenant share, below the id of the plugin that they belong to.
CREATE TABLE core.shared_data (
    tenant_slug text        NOT NULL,
    namespace   text        NOT NULL,
    key         text        NOT NULL,
    value       jsonb       NOT NULL,
    expires_at  timestamptz,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    updated_by  text        NOT NULL,
    PRIMARY KEY (tenant_slug, namespace, key)
);
CREATE INDEX shared_data_by_end ON core.shared_data (expires_at) WHERE expires_at IS NOT NULL;

-- Whom a plugin lets at its values: WRITE also reads.
CREATE TABLE core.shared_data_grants (
    tenant_slug text        NOT NULL,
    namespace   text        NOT NULL,
    plugin_id   text        NOT NULL,
    access      text        NOT NULL CHECK (access IN ('READ', 'WRITE')),
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_slug, namespace, plugin_id)
);

-- Whose rows the role that works may touch: a tenant's those of the tenant, a plugin's none.
CREATE FUNCTION core.shared_data_tenant() RETURNS text
    LANGUAGE sql STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT r.tenant_slug FROM core.data_roles r
    WHERE r.role_name = current_setting('role') AND r.plugin_id IS NULL
$$;

ALTER TABLE core.shared_data ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.shared_data_grants ENABLE ROW LEVEL SECURITY;
CREATE POLICY shared_data_of_a_tenant ON core.shared_data TO PUBLIC
    USING (tenant_slug = core.shared_data_tenant());
CREATE POLICY shared_data_grants_of_a_tenant ON core.shared_data_grants TO PUBLIC
    USING (tenant_slug = core.shared_data_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON core.shared_data, core.shared_data_grants TO PUBLIC;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'plexica_core') THEN
        CREATE POLICY shared_data_of_the_platform ON core.shared_data TO plexica_core USING (true);
        CREATE POLICY shared_data_grants_of_the_platform ON core.shared_data_grants TO plexica_core USING (true);
    END IF;
END
$$;
