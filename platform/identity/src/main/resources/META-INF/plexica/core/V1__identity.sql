CREATE TABLE super_admins (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    first_name text,
    last_name text,
    status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'INACTIVE', 'SUSPENDED')),
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX super_admins_email ON super_admins (lower(email));

-- What is dead before it expires: a session (the sid of tokens) or a single token (its jti).
CREATE TABLE revocations (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('SESSION', 'TOKEN')),
    value text NOT NULL,
    revoked_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    UNIQUE (kind, value)
);

CREATE INDEX revocations_expires_at ON revocations (expires_at);
