ALTER TABLE team_members ADD COLUMN version bigint NOT NULL DEFAULT 1;
