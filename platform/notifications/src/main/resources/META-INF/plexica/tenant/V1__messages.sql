CREATE TABLE messages (
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
CREATE INDEX messages_by_time ON messages (created_at DESC);

CREATE TABLE message_reads (
    message_id uuid        NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    user_id    uuid        NOT NULL,
    read_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (message_id, user_id)
);
