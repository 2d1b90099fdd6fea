CREATE TABLE notes (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    text         varchar(2000) NOT NULL,
    author       varchar(254) NOT NULL,
    created_at   timestamptz NOT NULL
);

CREATE INDEX notes_by_creation ON notes (workspace_id, created_at, id);
