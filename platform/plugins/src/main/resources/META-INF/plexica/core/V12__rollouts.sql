-- One rollout of a plugin at a time, on whatever node. One that was not seen for a minute died with its node.
CREATE TABLE core.plugin_rollouts (
    plugin_id text        PRIMARY KEY REFERENCES core.plugins (id) ON DELETE CASCADE,
    id        uuid        NOT NULL UNIQUE,
    version   text        NOT NULL,
    begun_by  text        NOT NULL,
    begun_at  timestamptz NOT NULL DEFAULT now(),
    seen_at   timestamptz NOT NULL DEFAULT now()
);
