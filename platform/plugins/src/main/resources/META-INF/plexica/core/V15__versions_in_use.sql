-- The version that an operation goes to: it is as much in use as the one that the tenant is on.
ALTER TABLE core.installations ADD COLUMN operation_target text;
-- The rollout that brought the tenant to the version that it is on; null when people did, or have done anything since.
ALTER TABLE core.installations ADD COLUMN rollout uuid;
ALTER TABLE core.plugin_rollout_moves
    -- Whose move it was. The row lasts no longer than the tenant is where that left it.
    ADD COLUMN rollout uuid NOT NULL DEFAULT gen_random_uuid(),
    -- Why the tenant has not gone back yet.
    ADD COLUMN back_failure text;
ALTER TABLE core.plugin_rollout_moves ALTER COLUMN rollout DROP DEFAULT;
UPDATE core.installations i SET rollout = m.rollout FROM core.plugin_rollout_moves m
    WHERE m.tenant_slug = i.tenant_slug AND m.plugin_id = i.plugin_id AND m.to_version = i.version;
DELETE FROM core.plugin_rollout_moves m WHERE NOT EXISTS (SELECT FROM core.installations i WHERE i.rollout = m.rollout);
CREATE INDEX plugin_rollout_moves_by_origin ON core.plugin_rollout_moves (plugin_id, from_version);
