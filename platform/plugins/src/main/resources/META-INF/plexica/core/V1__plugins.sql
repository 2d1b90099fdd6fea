-- An id belongs to the symbolic name under which it came first.
CREATE TABLE core.plugins (
    id            text        PRIMARY KEY,
    symbolic_name text        NOT NULL UNIQUE,
    created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE core.plugin_artifacts (
    digest     text        PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'),
    bytes      bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
-- Jars are compressed already.
ALTER TABLE core.plugin_artifacts ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE core.plugin_versions (
    plugin_id         text        NOT NULL REFERENCES core.plugins (id),
    version           text        NOT NULL,
    osgi_version      text        NOT NULL,
    status            text        NOT NULL,
    digest            text        NOT NULL REFERENCES core.plugin_artifacts (digest),
    size              bigint      NOT NULL,
    manifest          jsonb       NOT NULL,
    migrations_digest text        NOT NULL,
    source            text        NOT NULL,
    published_at      timestamptz NOT NULL DEFAULT now(),
    published_by      text        NOT NULL,
    updated_at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plugin_id, version),
    UNIQUE (plugin_id, osgi_version)
);
CREATE INDEX plugin_versions_by_digest ON core.plugin_versions (digest);

CREATE TABLE core.installations (
    tenant_slug        text        NOT NULL,
    plugin_id          text        NOT NULL REFERENCES core.plugins (id),
    version            text        NOT NULL,
    status             text        NOT NULL
        CHECK (status IN ('IN_PROGRESS', 'INSTALLED', 'DISABLED', 'FAILED', 'UNINSTALLED')),
    -- What is being done to it right now, and by which run: one at a time.
    operation          text,
    operation_id       uuid,
    operation_at       timestamptz,
    -- Whether the running installation made the schema, which it then takes away when it fails.
    fresh              boolean     NOT NULL DEFAULT false,
    -- Whether default permissions were given once: a reinstallation never silently restores them.
    granted            boolean     NOT NULL DEFAULT false,
    installed_at       timestamptz,
    installed_by       uuid,
    installed_by_email text,
    disabled_at        timestamptz,
    uninstalled_at     timestamptz,
    reason             text,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_slug, plugin_id),
    CHECK ((operation IS NULL) = (operation_id IS NULL))
);
CREATE INDEX installations_by_version ON core.installations (plugin_id, version);

-- Jars withdrawn by hand: one that still lies in the deploy folder stays away until it is dropped again.
CREATE TABLE core.plugin_withdrawn_jars (
    digest       text        PRIMARY KEY,
    withdrawn_at timestamptz NOT NULL DEFAULT now()
);
