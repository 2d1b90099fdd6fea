CREATE TABLE core.feature_flags (
    key         text        PRIMARY KEY,
    description text,
    -- For all for whom nothing else was decided.
    enabled     boolean     NOT NULL,
    -- Plans whose tenants have it.
    plans       text[]      NOT NULL DEFAULT '{}',
    version     bigint      NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);

-- What was decided for single tenants; it goes with them.
CREATE TABLE core.feature_flag_tenants (
    flag_key    text    NOT NULL REFERENCES core.feature_flags (key) ON DELETE CASCADE,
    tenant_slug text    NOT NULL REFERENCES core.tenants (slug) ON DELETE CASCADE,
    enabled     boolean NOT NULL,
    PRIMARY KEY (flag_key, tenant_slug)
);
CREATE INDEX feature_flag_tenants_by_tenant ON core.feature_flag_tenants (tenant_slug);
