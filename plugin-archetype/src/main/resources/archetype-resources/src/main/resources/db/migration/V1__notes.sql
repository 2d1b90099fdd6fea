CREATE TABLE notes (
    id         uuid PRIMARY KEY,
    text       varchar(2000) NOT NULL,
    author     varchar(254) NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE INDEX notes_by_creation ON notes (created_at, id);
