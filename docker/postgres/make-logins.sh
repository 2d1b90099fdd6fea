#!/usr/bin/env bash
# Run once by the PostgreSQL image on an empty data folder: the logins of the platform and of Keycloak, from logins.sql.
set -eu

fill() {
    sed -e 's/\${adminUser}/plexica_admin/g' -e "s/\${adminPassword}/$(cat /run/secrets/db-admin)/g" \
        -e 's/\${migratorUser}/plexica_migrator/g' -e "s/\${migratorPassword}/$(cat /run/secrets/db-migrator)/g" \
        -e 's/\${poolUser}/plexica_pool/g' -e "s/\${poolPassword}/$(cat /run/secrets/db-pool)/g" \
        -e 's/\${database}/plexica/g' /opt/plexica/logins.sql
}

# Section 1 makes the database, the others are for inside it.
fill | sed '/^-- 2\./,$d' | psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres
fill | sed -n '/^-- 2\./,$p' | psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=plexica

psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres <<SQL
CREATE ROLE keycloak LOGIN PASSWORD '$(cat /run/secrets/keycloak-db)';
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
