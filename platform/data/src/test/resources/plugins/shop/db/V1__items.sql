CREATE TABLE items (
    id       uuid PRIMARY KEY,
    name     text NOT NULL UNIQUE,
    made_at  timestamptz,
    version  int NOT NULL DEFAULT 0,
    parent_id uuid REFERENCES items
);
CREATE TABLE lines (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, item_id uuid REFERENCES items, text text);
