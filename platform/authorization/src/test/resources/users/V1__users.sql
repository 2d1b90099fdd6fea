CREATE TABLE users (
    id uuid PRIMARY KEY,
    email text,
    first_name text,
    last_name text,
    status text NOT NULL DEFAULT 'ACTIVE',
    has_password boolean NOT NULL DEFAULT true,
    last_seen_at timestamptz
);
CREATE TABLE teams (id uuid PRIMARY KEY, workspace_id uuid NOT NULL, name text NOT NULL);
CREATE TABLE team_members (team_id uuid NOT NULL REFERENCES teams (id), user_id uuid NOT NULL REFERENCES users (id));
