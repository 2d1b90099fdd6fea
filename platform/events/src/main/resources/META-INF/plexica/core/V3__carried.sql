-- Where a transport carries events between nodes, a delivery is noted before its event is sent, as SENT, and becomes PENDING when
-- the event has come. So it is known, of each aggregate, what is still to come, in whatever order the rest arrives.
ALTER TABLE core.events_deliveries DROP CONSTRAINT events_deliveries_state_check;
ALTER TABLE core.events_deliveries ADD CONSTRAINT events_deliveries_state_check
    CHECK (state IN ('SENT', 'PENDING', 'DONE', 'DEAD'));

DROP INDEX core.events_deliveries_in_order;
CREATE INDEX events_deliveries_in_order
    ON core.events_deliveries (tenant_slug, plugin_id, aggregate, event_number) WHERE state IN ('SENT', 'PENDING');
CREATE INDEX events_deliveries_sent ON core.events_deliveries (event_number) WHERE state = 'SENT';

-- Who may send, and until when by this database's clock: a transaction would have to last for as long as a broker takes.
CREATE TABLE core.events_lease (
    one    boolean     PRIMARY KEY DEFAULT true CHECK (one),
    holder uuid,
    until  timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO core.events_lease DEFAULT VALUES;

-- Tenants that are gone and of which the transport still keeps something.
CREATE TABLE core.events_farewells (
    tenant_slug text        PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
