-- People read names without regard to case, so no two roles may differ in that alone.
CREATE UNIQUE INDEX roles_by_name ON roles (lower(name));

-- What the tenant has taken away from a role that had it by default: an upgrade does not give it back.
CREATE TABLE role_removals (
    role_id uuid NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
    key     text NOT NULL,
    PRIMARY KEY (role_id, key)
);

CREATE TABLE team_roles (
    team_id uuid NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    role_id uuid NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
    PRIMARY KEY (team_id, role_id)
);
CREATE INDEX team_roles_by_role ON team_roles (role_id);

CREATE TABLE policies (
    id          uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    name        text        NOT NULL,
    description text,
    permission  text        NOT NULL,
    effect      text        NOT NULL CHECK (effect IN ('ALLOW', 'DENY')),
    conditions  jsonb       NOT NULL CHECK (jsonb_typeof(conditions) = 'object'),
    priority    integer     NOT NULL DEFAULT 0,
    source      text        NOT NULL CHECK (source IN ('CORE', 'PLUGIN', 'SUPER_ADMIN', 'TENANT_ADMIN')),
    -- Whose it is, where a plugin brought it.
    plugin      text        CHECK ((plugin IS NOT NULL) = (source = 'PLUGIN')),
    version     bigint      NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX policies_by_plugin ON policies (plugin) WHERE plugin IS NOT NULL;

-- One row. Its number grows with every change of a policy, so that nodes read them again only when they have changed;
-- whoever changes policies locks it first.
CREATE TABLE policy_state (
    single  boolean PRIMARY KEY DEFAULT true CHECK (single),
    version bigint  NOT NULL DEFAULT 1
);
INSERT INTO policy_state DEFAULT VALUES;
