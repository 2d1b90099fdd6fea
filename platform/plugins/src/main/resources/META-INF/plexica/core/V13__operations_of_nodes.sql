-- Which node does what is being done to an installation: only itself may take that for broken off while it says, by
-- operation_at, that it goes on.
ALTER TABLE core.installations ADD COLUMN operation_node text;
-- The version that the tenant came from, while the one that it is on has yet to say that it is well.
ALTER TABLE core.installations ADD COLUMN unproven text;
