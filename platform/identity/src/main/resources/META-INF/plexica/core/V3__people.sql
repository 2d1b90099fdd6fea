ALTER TABLE super_admins
    ADD COLUMN preferences jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN version bigint NOT NULL DEFAULT 1,
    ADD COLUMN profile_at timestamptz NOT NULL DEFAULT 'epoch';

CREATE TABLE account_links (
    user_id uuid NOT NULL REFERENCES super_admins (id) ON DELETE CASCADE,
    purpose text NOT NULL CHECK (purpose IN ('INVITATION', 'PASSWORD_RESET')),
    digest bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, purpose)
);

-- What the identity server still has to be told; empty when both agree. One row for each account: a later change takes the
-- place of an earlier one, with another ticket.
CREATE TABLE account_tasks (
    tenant text NOT NULL,
    subject uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('CREATE', 'UPDATE', 'REMOVE')),
    email text NOT NULL,
    ticket uuid NOT NULL DEFAULT gen_random_uuid(),
    requested_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz NOT NULL,
    attempts int NOT NULL DEFAULT 0,
    problem text,
    PRIMARY KEY (tenant, subject)
);

CREATE INDEX account_tasks_due ON account_tasks (due_at);
