-- Who has asked for the end of a rollout, and whether the tenants that it has moved stay where they are.
ALTER TABLE core.plugin_rollouts ADD COLUMN cancelled_by text, ADD COLUMN keep boolean NOT NULL DEFAULT false;
