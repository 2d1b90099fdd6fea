CREATE TABLE core.beta (id int PRIMARY KEY REFERENCES core.alpha);
