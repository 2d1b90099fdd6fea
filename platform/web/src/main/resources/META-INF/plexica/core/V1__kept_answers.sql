-- Answers of calls that carried an Idempotency-Key, written in the transaction of what they tell, for a day.
CREATE TABLE kept_answers (
    call bytea PRIMARY KEY,
    tenant text,
    digest bytea NOT NULL,
    status int NOT NULL,
    content_type text,
    location text,
    etag text,
    -- What was answered; null where it is not kept, as with secrets.
    body bytea,
    whole boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX kept_answers_created_at ON kept_answers (created_at);
CREATE INDEX kept_answers_tenant ON kept_answers (tenant);
