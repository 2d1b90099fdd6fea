CREATE TABLE users (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    first_name text,
    last_name text,
    status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'INACTIVE', 'SUSPENDED')),
    preferences jsonb NOT NULL DEFAULT '{}',
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX users_email ON users (lower(email));
CREATE INDEX users_status ON users (status);
