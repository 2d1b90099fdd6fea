-- What the platform's three logins and its database need. Run once by a superuser (or, but for section 3, by the owner of
-- the database with CREATEROLE). PostgreSQL 16 or newer. Values in ${...} are to be filled in; names are written inside
-- double quotes (double each " in them), passwords inside single quotes (double each ' in them). Every role that
-- Plexica makes (plexica_core, tenant_*, owner_*, login_*) belongs to the whole cluster: one Plexica database per cluster.

-- 1. Connected to any database
-- The admin creates roles and schemas and runs the platform's migrations. No superuser, no owner of the database.
CREATE ROLE "${adminUser}" LOGIN PASSWORD '${adminPassword}'
    NOSUPERUSER CREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS;
-- The migrator runs plugins' migrations, as the owner of the plugin's schema.
CREATE ROLE "${migratorUser}" LOGIN PASSWORD '${migratorPassword}'
    NOSUPERUSER NOINHERIT NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS;
-- The pool's login owns nothing, inherits nothing and may create nothing.
CREATE ROLE "${poolUser}" LOGIN PASSWORD '${poolPassword}'
    NOSUPERUSER NOINHERIT NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS;
CREATE DATABASE "${database}" TEMPLATE template0 ENCODING 'UTF8';
-- No CONNECT, and above all no TEMPORARY, for everybody.
REVOKE ALL ON DATABASE "${database}" FROM PUBLIC;
GRANT CREATE ON DATABASE "${database}" TO "${adminUser}";
-- Tenants with connections of their own get a login each, which the admin lets in.
GRANT CONNECT ON DATABASE "${database}" TO "${adminUser}" WITH GRANT OPTION;
GRANT CONNECT ON DATABASE "${database}" TO "${migratorUser}", "${poolUser}";

-- 2. Connected to that database
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- 3. Connected to that database, as a superuser: nobody makes large objects (they would belong to no schema)
REVOKE EXECUTE ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;
