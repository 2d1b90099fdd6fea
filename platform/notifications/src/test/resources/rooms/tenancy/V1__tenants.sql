CREATE TABLE core.tenants (slug text PRIMARY KEY);
