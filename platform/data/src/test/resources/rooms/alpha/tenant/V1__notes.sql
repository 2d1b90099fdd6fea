CREATE TABLE notes (id int PRIMARY KEY, tenant text NOT NULL, alpha int REFERENCES core.alpha);
CREATE TABLE counters (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE);
