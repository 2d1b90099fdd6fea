-- How often something was done with a plugin in a tenant, by days in UTC.
CREATE TABLE core.plugin_usage (
    tenant_slug text        NOT NULL,
    plugin_id   text        NOT NULL,
    action      text        NOT NULL,
    day         date        NOT NULL,
    count       bigint      NOT NULL,
    last_at     timestamptz NOT NULL,
    PRIMARY KEY (plugin_id, tenant_slug, action, day)
);
CREATE INDEX plugin_usage_by_tenant ON core.plugin_usage (tenant_slug);
