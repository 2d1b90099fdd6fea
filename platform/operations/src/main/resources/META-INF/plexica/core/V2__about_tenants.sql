-- The tenant that the platform's own work is about: what came out of it is forgotten with the tenant.
ALTER TABLE core.operations ADD COLUMN about text;

UPDATE core.operations SET about = result ->> 'slug' WHERE type = 'core.tenant.create' AND result IS NOT NULL;

CREATE INDEX operations_about ON core.operations (about) WHERE about IS NOT NULL;
