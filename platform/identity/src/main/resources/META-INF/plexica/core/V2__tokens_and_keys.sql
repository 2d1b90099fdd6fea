-- Sessions and tokens belong to a realm: what one realm says about its own must not touch another's. Rows from before
-- hold for every realm there is.
ALTER TABLE revocations
    DROP CONSTRAINT revocations_kind_check,
    DROP CONSTRAINT revocations_kind_value_key,
    ADD COLUMN realm text NOT NULL DEFAULT '',
    ADD COLUMN not_before timestamptz,
    ADD COLUMN written xid8 NOT NULL DEFAULT pg_current_xact_id(),
    -- SESSION (a sid), TOKEN (a jti): dead. USER: all that was issued to them before not_before is dead. API_KEY: read it
    -- again. LOGOUT: a logout token (a jti) that has been heeded and must not come twice.
    ADD CONSTRAINT revocations_kind_check CHECK (kind IN ('SESSION', 'TOKEN', 'USER', 'API_KEY', 'LOGOUT')),
    ADD CONSTRAINT revocations_not_before_check CHECK ((kind = 'USER') = (not_before IS NOT NULL)),
    ADD CONSTRAINT revocations_of_realm UNIQUE (kind, realm, value);

INSERT INTO revocations (kind, realm, value, revoked_at, expires_at)
    SELECT old.kind, realms.name, old.value, old.revoked_at, old.expires_at
    FROM revocations old, (SELECT 'tenant-' || slug AS name FROM tenants UNION ALL SELECT 'plexica') realms;
DELETE FROM revocations WHERE realm = '';
ALTER TABLE revocations ALTER COLUMN realm DROP DEFAULT;

-- Nodes read what they have not read yet by the transaction that wrote it, since numbers are given out in another order
-- than that of the commits.
CREATE INDEX revocations_written ON revocations (written);

-- Keys of machines. The secret itself is nowhere, only its SHA-256; a secret that was replaced may live on for a while.
-- They go with their tenant.
CREATE TABLE api_keys (
    id uuid PRIMARY KEY,
    tenant text REFERENCES tenants (slug) ON DELETE CASCADE,
    name text NOT NULL,
    permissions text[] NOT NULL,
    secret_hash bytea NOT NULL,
    old_secret_hash bytea,
    old_secret_until timestamptz,
    expires_at timestamptz,
    last_used_at timestamptz,
    created_by uuid NOT NULL,
    created_by_email text NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((old_secret_hash IS NULL) = (old_secret_until IS NULL))
);

CREATE UNIQUE INDEX api_keys_name ON api_keys (coalesce(tenant, ''), lower(name));

-- The public halves of the keys with which nodes sign internal tokens; the private ones never leave a node's memory.
CREATE TABLE issuer_keys (
    id text PRIMARY KEY,
    jwk jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);

CREATE INDEX issuer_keys_expires_at ON issuer_keys (expires_at);
