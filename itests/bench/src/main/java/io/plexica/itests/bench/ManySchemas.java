package io.plexica.itests.bench;

import io.plexica.itests.rooms.RoomDatabase;
import java.util.ArrayList;
import java.util.List;

/** Tenants by the thousand: schema, role, some tables as the platform has them, and a hundred rows to read. */
final class ManySchemas {

    private static final int TOGETHER = 25;
    private static final List<String> TABLES =
            List.of("users", "roles", "user_roles", "teams", "team_members", "policies");

    private final RoomDatabase database;
    private int made;

    ManySchemas(RoomDatabase database) {
        this.database = database;
    }

    static String slug(int number) {
        return "t" + number;
    }

    /** Makes more, until there are so many. */
    void growTo(int tenants) {
        while (made < tenants) {
            List<String> statements = new ArrayList<>();
            for (int i = 0; i < TOGETHER && made < tenants; i++) {
                statements.add(tenant("tenant_" + slug(made++)));
            }
            database.admin(String.join(";", statements));
        }
        database.admin("ANALYZE");
    }

    private static String tenant(String schema) {
        StringBuilder sql = new StringBuilder("CREATE ROLE " + schema + " NOLOGIN NOINHERIT; GRANT " + schema
                + " TO plexica_pool WITH INHERIT FALSE, SET TRUE; CREATE SCHEMA " + schema + "; GRANT USAGE ON SCHEMA "
                + schema + " TO " + schema);
        for (String table : TABLES) {
            sql.append("; CREATE TABLE ").append(schema).append('.').append(table);
            sql.append(" (id int PRIMARY KEY, email text NOT NULL, at timestamptz DEFAULT now())");
        }
        sql.append("; INSERT INTO ").append(schema).append(".users SELECT n, '").append(schema);
        sql.append("' FROM generate_series(1, 100) n; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ");
        sql.append(schema).append(" TO ").append(schema);
        // For the plain select alone, which works as the login itself.
        sql.append("; GRANT USAGE ON SCHEMA ").append(schema).append(" TO plexica_pool; GRANT SELECT ON ");
        return sql.append(schema).append(".users TO plexica_pool").toString();
    }
}
