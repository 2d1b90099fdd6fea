package io.plexica.data.internal.schema;

import static io.plexica.data.internal.sql.SqlQuoting.name;
import static io.plexica.data.internal.sql.SqlQuoting.text;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the rows of workspaces apart in a plugin's schema, by forced row-level security: PostgreSQL filters and stamps, so
 * that native SQL obeys too. Runs as the schema's owner, changes nothing that is as it should be, and undoes itself where a
 * table is scoped no more.
 *
 * <p>The rule is restrictive, so that no policy of the author's own can open it. The owner sees all rows within
 * migrations alone: views and functions that run with the owner's rights are filtered like everything else.
 */
final class WorkspaceRows {

    /** Changes with the rules below, so that tables with older ones get the new ones. */
    private static final String MARK = "plexica workspaces 1";

    private static final String CURRENT = "NULLIF(current_setting('plexica.workspace', true), '')::uuid";
    private static final String THEIRS = "workspace_id = (SELECT " + CURRENT + ")";
    private static final List<String> POLICIES = List.of("plexica_rows", "plexica_workspace", "plexica_owner");

    private static final String STATE = """
            WITH RECURSIVE wanted(id) AS (
                SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relnamespace = ?::regnamespace AND c.relname = ANY (?)
                UNION SELECT i.inhrelid FROM pg_catalog.pg_inherits i JOIN wanted ON i.inhparent = wanted.id)
            SELECT c.relname,
                EXISTS (SELECT FROM wanted WHERE id = c.oid),
                c.relrowsecurity AND c.relforcerowsecurity AND (
                    SELECT count(*) = 3 FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid
                        AND p.polname = ANY (?) AND obj_description(p.oid, 'pg_policy') = ?),
                EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid AND p.polname = ANY (?)),
                EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid AND p.polname <> ALL (?)),
                a.attname IS NOT NULL,
                a.atttypid = 'uuid'::regtype AND a.attnotnull,
                coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE '%plexica.workspace%', false)
            FROM pg_catalog.pg_class c
            LEFT JOIN pg_catalog.pg_attribute a
                ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = ?::regnamespace AND c.relkind IN ('r', 'p')
            ORDER BY 1""";

    private final Connection connection;
    private final String schema;
    private final String owner;

    private record Table(
            String name,
            boolean wanted,
            boolean ruled,
            boolean marked,
            boolean otherPolicies,
            boolean column,
            boolean sound,
            boolean stamped) {}

    WorkspaceRows(Connection connection, String schema, String owner) {
        this.connection = connection;
        this.schema = schema;
        this.owner = owner;
    }

    /**
     * Brings the schema to where exactly these tables are scoped by workspace.
     *
     * @return what is wrong with the tables, in words; nothing has been changed then
     */
    List<String> apply(Set<String> tables) throws SQLException {
        List<Table> state = state(tables);
        List<String> problems = problems(tables, state);
        if (problems.isEmpty()) {
            for (Table table : state) {
                apply(table);
            }
        }
        return problems;
    }

    private void apply(Table table) throws SQLException {
        if (!table.wanted()) {
            if (table.marked()) {
                release(table);
            }
            return;
        }
        String path = path(table.name());
        if (!table.stamped()) {
            run("ALTER TABLE " + path + " ALTER COLUMN workspace_id SET DEFAULT " + CURRENT);
        }
        if (!table.ruled()) {
            rule(path);
        }
    }

    private void rule(String path) throws SQLException {
        dropPolicies(path);
        String owned = "pg_has_role(session_user, " + text(owner) + ", 'MEMBER')";
        policy(path, "plexica_rows", "AS PERMISSIVE TO PUBLIC", "true");
        policy(path, "plexica_workspace", "AS RESTRICTIVE TO " + name(schema), THEIRS);
        policy(path, "plexica_owner", "AS RESTRICTIVE TO " + name(owner), "(SELECT " + owned + ") OR " + THEIRS);
        run("ALTER TABLE " + path + " ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY");
    }

    /** The default stays, since code that knows nothing of workspaces still has to fill the column. */
    private void release(Table table) throws SQLException {
        String path = path(table.name());
        dropPolicies(path);
        if (!table.otherPolicies()) {
            run("ALTER TABLE " + path + " NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY");
        }
    }

    private void dropPolicies(String path) throws SQLException {
        for (String policy : POLICIES) {
            run("DROP POLICY IF EXISTS " + policy + " ON " + path);
        }
    }

    private void policy(String path, String policy, String kind, String condition) throws SQLException {
        run("CREATE POLICY " + policy + " ON " + path + " " + kind + " USING (" + condition + ") WITH CHECK ("
                + condition + ")");
        run("COMMENT ON POLICY " + policy + " ON " + path + " IS " + text(MARK));
    }

    private static List<String> problems(Set<String> tables, List<Table> state) {
        List<String> problems = new ArrayList<>();
        Set<String> missing = new TreeSet<>(tables);
        for (Table table : state) {
            missing.remove(table.name());
            if (table.wanted() && !table.column()) {
                problems.add("table " + table.name() + " has no column workspace_id, which @WorkspaceScoped needs: add"
                        + " workspace_id uuid NOT NULL in a migration");
            } else if (table.wanted() && !table.sound()) {
                problems.add("column workspace_id of table " + table.name()
                        + " must be uuid NOT NULL, since its entity is @WorkspaceScoped");
            }
        }
        missing.forEach(table ->
                problems.add("table " + table + " of a @WorkspaceScoped entity is made by none of the migrations"));
        return problems;
    }

    private List<Table> state(Set<String> tables) throws SQLException {
        List<Table> state = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(STATE)) {
            statement.setString(1, name(schema));
            statement.setArray(2, connection.createArrayOf("text", tables.toArray()));
            statement.setArray(3, connection.createArrayOf("text", POLICIES.toArray()));
            statement.setString(4, MARK);
            statement.setArray(5, connection.createArrayOf("text", POLICIES.toArray()));
            statement.setArray(6, connection.createArrayOf("text", POLICIES.toArray()));
            statement.setString(7, name(schema));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    state.add(new Table(
                            rows.getString(1),
                            rows.getBoolean(2),
                            rows.getBoolean(3),
                            rows.getBoolean(4),
                            rows.getBoolean(5),
                            rows.getBoolean(6),
                            rows.getBoolean(7),
                            rows.getBoolean(8)));
                }
            }
        }
        return state;
    }

    private String path(String table) {
        return name(schema) + "." + name(table);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
