-- Messages to the platform's own people. Those of a tenant lie in its schema, and go with it.
CREATE TABLE core.messages (
    id         uuid        PRIMARY KEY,
    recipient  text        NOT NULL,
    template   text        NOT NULL,
    language   text        NOT NULL,
    subject    text        NOT NULL,
    body_text  text        NOT NULL,
    body_html  text        NOT NULL,
    status     text        NOT NULL DEFAULT 'WAITING' CHECK (status IN ('WAITING', 'SENT', 'KEPT', 'FAILED')),
    reason     text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX messages_by_time ON core.messages (created_at DESC);

CREATE TABLE core.message_reads (
    message_id uuid        NOT NULL REFERENCES core.messages (id) ON DELETE CASCADE,
    user_id    uuid        NOT NULL,
    read_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (message_id, user_id)
);

-- What is to be done with which message, of whichever tenant, and when: so a worker looks into one table, not thousands.
-- It goes with the tenant.
CREATE TABLE core.message_outbox (
    message_id  uuid        PRIMARY KEY,
    tenant_slug text        REFERENCES core.tenants (slug) ON DELETE CASCADE,
    task        text        NOT NULL DEFAULT 'SEND' CHECK (task IN ('SEND', 'FORGET')),
    attempts    integer     NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX message_outbox_by_time ON core.message_outbox (due_at);
CREATE INDEX message_outbox_by_tenant ON core.message_outbox (tenant_slug);
