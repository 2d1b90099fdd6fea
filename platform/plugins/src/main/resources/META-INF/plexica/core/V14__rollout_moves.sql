-- Tenants that a rollout has moved, for as long as it is watched whether the version does harm there. All nodes watch, each what
-- it sees itself, so that no node's death ends the watch.
CREATE TABLE core.plugin_rollout_moves (
    tenant_slug  text        NOT NULL,
    plugin_id    text        NOT NULL,
    from_version text        NOT NULL,
    to_version   text        NOT NULL,
    moved_at     timestamptz NOT NULL DEFAULT now(),
    until        timestamptz NOT NULL,
    -- Why the tenant goes back; null while nothing speaks against the version.
    back_reason  text,
    PRIMARY KEY (tenant_slug, plugin_id),
    FOREIGN KEY (tenant_slug, plugin_id) REFERENCES core.installations (tenant_slug, plugin_id) ON DELETE CASCADE
);
