-- What was there before there were workspaces belongs to the tenant's default one. The platform then puts its own default
-- and its rules on the column.
ALTER TABLE contacts
    ADD COLUMN workspace_id uuid NOT NULL DEFAULT current_setting('plexica.default_workspace', true)::uuid;
ALTER TABLE deals
    ADD COLUMN workspace_id uuid NOT NULL DEFAULT current_setting('plexica.default_workspace', true)::uuid;

-- Foreign keys look past row-level security: the workspace is part of this one, so that a deal's contact is a neighbour.
ALTER TABLE contacts ADD UNIQUE (workspace_id, id);
ALTER TABLE deals DROP CONSTRAINT deals_contact_id_fkey;
ALTER TABLE deals ADD FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts (workspace_id, id);

-- Every list is one workspace's.
DROP INDEX contacts_by_name, contacts_by_creation, contacts_by_change, contacts_by_email, contacts_by_company;
CREATE INDEX contacts_by_name ON contacts (workspace_id, lower(name), id);
CREATE INDEX contacts_by_creation ON contacts (workspace_id, created_at, id);
CREATE INDEX contacts_by_change ON contacts (workspace_id, updated_at, id);
CREATE INDEX contacts_by_email ON contacts (workspace_id, lower(email), id);
CREATE INDEX contacts_by_company ON contacts (workspace_id, lower(company), id);

DROP INDEX deals_by_contact, deals_by_title, deals_by_stage, deals_by_amount, deals_by_creation, deals_by_change;
CREATE INDEX deals_by_contact ON deals (workspace_id, contact_id, created_at);
CREATE INDEX deals_by_title ON deals (workspace_id, lower(title), id);
CREATE INDEX deals_by_stage ON deals (workspace_id, stage, created_at);
CREATE INDEX deals_by_amount ON deals (workspace_id, amount, id);
CREATE INDEX deals_by_creation ON deals (workspace_id, created_at, id);
CREATE INDEX deals_by_change ON deals (workspace_id, updated_at, id);
