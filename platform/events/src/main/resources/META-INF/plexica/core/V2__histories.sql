-- What happened to the aggregates of plugins. A history belongs to the role of the plugin in the tenant, and goes with it.
CREATE TABLE core.events_histories (
    role_name    text        NOT NULL REFERENCES core.data_roles (role_name) ON DELETE CASCADE,
    type         text        NOT NULL CHECK (length(type) BETWEEN 1 AND 60),
    aggregate_id text        NOT NULL CHECK (length(aggregate_id) BETWEEN 1 AND 200),
    sequence     bigint      NOT NULL,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    payload      jsonb       NOT NULL CHECK (jsonb_typeof(payload) = 'object'),
    user_id      uuid,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (role_name, type, aggregate_id, sequence)
);
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'plexica_core') THEN
        REVOKE INSERT, UPDATE, DELETE ON core.events_histories FROM plexica_core;
    END IF;
END
$$;

-- Whose history it is, is told by the role of the caller.
CREATE FUNCTION core.history_role() RETURNS text
    LANGUAGE plpgsql STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM core.data_roles r
                   WHERE r.role_name = current_setting('role') AND r.plugin_id IS NOT NULL) THEN
        RAISE EXCEPTION 'The role % keeps no histories', current_setting('role') USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN current_setting('role');
END
$$;

-- Appends after the expected entry, one caller at a time; the last entry's number, or null when it is another.
CREATE FUNCTION core.append_history(
    kind         text,
    id           text,
    expected     bigint,
    names        text[],
    payloads     text[],
    who          uuid
) RETURNS bigint
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    mine text := core.history_role();
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('plexica:history:' || mine || ':' || kind || '/' || id, 0));
    IF expected <> coalesce((SELECT max(h.sequence) FROM core.events_histories h
                             WHERE h.role_name = mine AND h.type = kind AND h.aggregate_id = id), 0) THEN
        RETURN NULL;
    END IF;
    INSERT INTO core.events_histories (role_name, type, aggregate_id, sequence, name, payload, user_id)
    SELECT mine, kind, id, expected + fact.number, fact.name, fact.payload::jsonb, who
    FROM unnest(names, payloads) WITH ORDINALITY AS fact (name, payload, number);
    RETURN expected + coalesce(cardinality(names), 0);
END
$$;

CREATE FUNCTION core.read_history(kind text, id text, after bigint, most integer)
    RETURNS TABLE (sequence bigint, name text, at timestamptz, user_id uuid, payload text)
    LANGUAGE sql STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT h.sequence, h.name, h.at, h.user_id, h.payload::text
    FROM core.events_histories h
    WHERE h.role_name = core.history_role() AND h.type = kind AND h.aggregate_id = id AND h.sequence > after
    ORDER BY h.sequence LIMIT most
$$;
GRANT EXECUTE ON FUNCTION core.append_history(text, text, bigint, text[], text[], uuid) TO PUBLIC;
GRANT EXECUTE ON FUNCTION core.read_history(text, text, bigint, integer) TO PUBLIC;
