-- Whom a database role stands for. Functions that run with the owner's rights look their caller up here.
CREATE TABLE core.data_roles (
    role_name   text PRIMARY KEY,
    tenant_slug text NOT NULL,
    plugin_id   text
);
CREATE INDEX data_roles_by_tenant ON core.data_roles (tenant_slug);

-- From which files a schema's tables of a room come, so that a start does not ask thousands of schemas.
CREATE TABLE core.data_levels (
    schema_name text NOT NULL,
    room        text NOT NULL,
    fingerprint text NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (schema_name, room)
);

-- The platform reads them; only the admin changes them.
REVOKE INSERT, UPDATE, DELETE ON core.data_roles, core.data_levels FROM plexica_core;
