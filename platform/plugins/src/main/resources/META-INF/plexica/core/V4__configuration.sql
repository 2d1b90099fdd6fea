-- What a tenant, or one of its workspaces, has decided about a plugin. It goes with the tenant's installation row, that of a
-- workspace with the workspace too, which lies in another schema.
CREATE TABLE core.plugin_settings (
    tenant_slug       text        NOT NULL,
    plugin_id         text        NOT NULL,
    -- Null for what the tenant itself has decided.
    workspace_id      uuid,
    settings          jsonb       NOT NULL DEFAULT '{}',
    -- By name, encrypted, with the id of the key: {"apiKey": {"keyId": "…", "sealed": "…"}}.
    secrets           jsonb       NOT NULL DEFAULT '{}',
    enabled           boolean     NOT NULL DEFAULT true,
    enabled_features  text[]      NOT NULL DEFAULT '{}',
    disabled_features text[]      NOT NULL DEFAULT '{}',
    version           bigint      NOT NULL DEFAULT 1,
    changed_at        timestamptz NOT NULL DEFAULT now(),
    changed_by        uuid,
    changed_by_email  text,
    UNIQUE NULLS NOT DISTINCT (tenant_slug, plugin_id, workspace_id),
    FOREIGN KEY (tenant_slug, plugin_id) REFERENCES core.installations (tenant_slug, plugin_id) ON DELETE CASCADE,
    CHECK (workspace_id IS NOT NULL OR enabled)
);
