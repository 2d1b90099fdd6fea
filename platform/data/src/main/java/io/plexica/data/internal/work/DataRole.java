package io.plexica.data.internal.work;

import io.plexica.data.internal.sql.SqlQuoting;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A database role together with the one schema it works in.
 *
 * @param name the role
 * @param schema the schema
 * @param tenant the tenant whose tables these are; null for the platform's own
 * @param assume the statements that make a transaction work as the role, one round trip
 */
public record DataRole(String name, String schema, @Nullable String tenant, String assume) {

    /** A role in a schema. */
    public static DataRole of(String name, String schema, @Nullable String tenant) {
        return new DataRole(
                name,
                schema,
                tenant,
                "SET LOCAL ROLE " + SqlQuoting.name(name) + "; SET LOCAL search_path TO " + SqlQuoting.name(schema));
    }

    /**
     * The same role, seeing of tables that are scoped by workspace the rows of one workspace only.
     *
     * @param workspace the workspace; null for outside any, where no such row is seen
     */
    DataRole in(@Nullable UUID workspace) {
        String value = workspace == null ? "" : workspace.toString();
        return new DataRole(name, schema, tenant, assume + "; SET LOCAL plexica.workspace TO '" + value + "'");
    }

    @Override
    public String toString() {
        return name;
    }
}
