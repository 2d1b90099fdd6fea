-- Who has asked for the end of a rollout, whether the tenants that it has moved stay where they are, and whether it is too late to ask.
ALTER TABLE core.plugin_rollouts
    ADD COLUMN cancelled_by text,
    ADD COLUMN keep boolean NOT NULL DEFAULT false,
    ADD COLUMN closed boolean NOT NULL DEFAULT false;
