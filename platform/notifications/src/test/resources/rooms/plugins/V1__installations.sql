CREATE TABLE core.installations (
    tenant_slug text NOT NULL,
    plugin_id   text NOT NULL,
    version     text NOT NULL,
    status      text NOT NULL,
    reason      text,
    PRIMARY KEY (tenant_slug, plugin_id)
);
