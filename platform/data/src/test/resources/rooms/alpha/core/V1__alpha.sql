CREATE TABLE core.alpha (id int PRIMARY KEY, name text UNIQUE);
