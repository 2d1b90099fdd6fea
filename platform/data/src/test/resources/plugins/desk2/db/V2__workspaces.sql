ALTER TABLE tickets ADD COLUMN workspace_id uuid NOT NULL DEFAULT current_setting('plexica.default_workspace')::uuid;
ALTER TABLE tickets DROP CONSTRAINT tickets_title_key;
ALTER TABLE tickets ADD UNIQUE (workspace_id, title);
CREATE TABLE ticket_tags (
    ticket_id    uuid NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    tag          text NOT NULL
);
CREATE TABLE memos (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id uuid NOT NULL,
    text         text NOT NULL
);
CREATE TABLE rooms (
    name text PRIMARY KEY
);
CREATE VIEW everything AS SELECT title FROM tickets;
CREATE FUNCTION count_all() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM tickets';
CREATE POLICY open_to_all ON tickets USING (true);
