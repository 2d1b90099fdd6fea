-- Where a migration failed, and why, until it works: every node, and who repairs it, can look it up.
CREATE TABLE core.data_failures (
    schema_name text NOT NULL,
    -- The room, or plugin:<id>.
    part        text NOT NULL,
    reason      text NOT NULL,
    attempts    integer NOT NULL DEFAULT 1,
    since       timestamptz NOT NULL DEFAULT now(),
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (schema_name, part)
);

-- The platform reads them; only the admin changes them.
REVOKE INSERT, UPDATE, DELETE ON core.data_failures FROM plexica_core;
