-- Tenants with a login and a pool of their own. The password is worked out from a secret, never kept; the mark tells from
-- which secret.
CREATE TABLE core.data_logins (
    tenant_slug text PRIMARY KEY,
    login_name  text NOT NULL UNIQUE,
    mark        text NOT NULL,
    at          timestamptz NOT NULL DEFAULT now()
);

-- The platform reads them; only the admin changes them.
REVOKE INSERT, UPDATE, DELETE ON core.data_logins FROM plexica_core;
