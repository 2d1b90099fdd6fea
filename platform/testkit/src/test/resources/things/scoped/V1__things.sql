CREATE TABLE kinds (
    name text PRIMARY KEY
);
INSERT INTO kinds VALUES ('small'), ('large');

CREATE TABLE things (
    id      uuid PRIMARY KEY,
    name    text NOT NULL,
    made_at timestamptz NOT NULL,
    workspace_id uuid NOT NULL,
    kind    text REFERENCES kinds (name)
);
