CREATE TABLE core.tenants (
    id                uuid        PRIMARY KEY,
    slug              text        NOT NULL UNIQUE,
    name              text        NOT NULL,
    status            text        NOT NULL
        CHECK (status IN ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'PENDING_DELETION')),
    plan              text        NOT NULL,
    settings          jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
    theme             jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(theme) = 'object'),
    tokens_not_before timestamptz NOT NULL,
    -- Whether the identity server lets the tenant's users sign in exactly when the status says so.
    realm_in_sync     boolean     NOT NULL DEFAULT true,
    -- What a restore goes back to.
    status_before     text,
    version           bigint      NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    deleted_at        timestamptz
);

-- Slugs of tenants that are gone for good. No slug ever comes back: old links, topics and backups still carry it.
CREATE TABLE core.retired_slugs (
    slug       text        PRIMARY KEY,
    tenant_id  uuid        NOT NULL,
    retired_at timestamptz NOT NULL DEFAULT now()
);

-- One row for each making or removing of a tenant; it outlives the tenant.
CREATE TABLE core.provisionings (
    id          uuid        PRIMARY KEY,
    tenant_id   uuid        NOT NULL,
    slug        text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('CREATE', 'DELETE')),
    status      text        NOT NULL CHECK (status IN ('RUNNING', 'UNDOING', 'SUCCEEDED', 'FAILED')),
    reason      text,
    started_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz
);
CREATE UNIQUE INDEX provisionings_open ON core.provisionings (slug) WHERE status IN ('RUNNING', 'UNDOING');
CREATE INDEX provisionings_by_tenant ON core.provisionings (tenant_id);

CREATE TABLE core.provisioning_steps (
    provisioning_id uuid        NOT NULL REFERENCES core.provisionings (id) ON DELETE CASCADE,
    position        integer     NOT NULL,
    step            text        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'UNDOING', 'UNDONE')),
    started_at      timestamptz,
    finished_at     timestamptz,
    error           text,
    PRIMARY KEY (provisioning_id, position)
);
