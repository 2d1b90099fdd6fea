-- What nodes tell each other. A node reads the rows that its last snapshot did not see, by the transaction that wrote them,
-- since numbers are given out in another order than that of the commits.
CREATE TABLE core.signals (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic  text NOT NULL CHECK (length(topic) BETWEEN 1 AND 60),
    key    text NOT NULL CHECK (length(key) <= 200),
    xid    xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX signals_by_transaction ON core.signals (xid);

-- Said once; only the platform reads and throws away.
REVOKE UPDATE ON core.signals FROM plexica_core;
