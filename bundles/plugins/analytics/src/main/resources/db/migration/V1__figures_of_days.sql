-- What has happened and is not added up yet; the id is the event's, so that one that comes again counts once.
CREATE TABLE happenings (
    event_id uuid PRIMARY KEY,
    day      date           NOT NULL,
    kind     varchar(40)    NOT NULL,
    currency varchar(3)     NOT NULL DEFAULT '',
    amount   numeric(17, 2) NOT NULL DEFAULT 0
);
CREATE INDEX happenings_by_day ON happenings (day);

-- What days that are over came to, in all workspaces together.
CREATE TABLE days (
    day      date           NOT NULL,
    kind     varchar(40)    NOT NULL,
    currency varchar(3)     NOT NULL DEFAULT '',
    happened bigint         NOT NULL,
    amount   numeric(20, 2) NOT NULL,
    PRIMARY KEY (day, kind, currency)
);
