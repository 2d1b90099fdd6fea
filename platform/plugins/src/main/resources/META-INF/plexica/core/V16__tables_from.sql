-- The version from which a tenant's tables were last migrated: it reads them, and so do its successors. Null: they came with the
-- first installation, and whatever lacks one of their migrations cannot be trusted to read them.
ALTER TABLE core.installations ADD COLUMN tables_from text;
