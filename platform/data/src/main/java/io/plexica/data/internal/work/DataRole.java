package io.plexica.data.internal.work;

import io.plexica.data.internal.sql.Quoted;

/**
 * A database role together with the one schema it works in.
 *
 * @param name the role
 * @param schema the schema
 * @param assume the statements that make a transaction work as the role, one round trip
 */
public record DataRole(String name, String schema, String assume) {

    /** A role in a schema. */
    public static DataRole of(String name, String schema) {
        return new DataRole(
                name,
                schema,
                "SET LOCAL ROLE " + Quoted.name(name) + "; SET LOCAL search_path TO " + Quoted.name(schema));
    }

    @Override
    public String toString() {
        return name;
    }
}
