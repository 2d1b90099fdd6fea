CREATE TABLE contacts (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL,
    name       varchar(255) NOT NULL,
    email      varchar(254),
    phone      varchar(16),
    company    varchar(255),
    notes      varchar(10000),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- The orders in which lists are asked for; the id makes each of them total.
CREATE INDEX contacts_by_name ON contacts (lower(name), id);
CREATE INDEX contacts_by_creation ON contacts (created_at, id);
CREATE INDEX contacts_by_change ON contacts (updated_at, id);
CREATE INDEX contacts_by_email ON contacts (lower(email), id);
CREATE INDEX contacts_by_company ON contacts (lower(company), id);

CREATE TABLE deals (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL,
    title      varchar(255) NOT NULL,
    contact_id uuid NOT NULL REFERENCES contacts (id),
    amount     numeric(17, 2) CHECK (amount >= 0),
    currency   varchar(3),
    stage      varchar(16) NOT NULL CHECK (stage IN ('NEW', 'QUALIFIED', 'WON', 'LOST')),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK ((amount IS NULL) = (currency IS NULL))
);

CREATE INDEX deals_by_contact ON deals (contact_id, created_at);
CREATE INDEX deals_by_title ON deals (lower(title), id);
CREATE INDEX deals_by_stage ON deals (stage, created_at);
CREATE INDEX deals_by_amount ON deals (amount, id);
CREATE INDEX deals_by_creation ON deals (created_at, id);
CREATE INDEX deals_by_change ON deals (updated_at, id);
