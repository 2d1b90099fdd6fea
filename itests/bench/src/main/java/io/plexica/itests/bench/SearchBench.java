package io.plexica.itests.bench;

import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.search.postgres.internal.PostgresEngine;
import io.plexica.search.postgres.internal.PostgresMigrations;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.Words;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;

/** What a search costs among 10,000 contacts, beside a list that looks into every row and beside the bare statement. */
public final class SearchBench {

    private static final int CONTACTS = 10_000;
    private static final int ROUNDS = 15;
    private static final int CALLS = 20;
    private static final UUID HERE = new UUID(0x4000, 0x8000);
    private static final IndexRef INDEX = new IndexRef("acme", "crm", 1);
    private static final String[] GIVEN = {"Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Niklaus", "Tony"};
    private static final String[] FAMILY = {"Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov", "Knuth", "Wirth"};

    /** As a plain list does it: any part of any field, counted and sorted. */
    private static final String LIKE = "SELECT id, count(*) OVER () FROM contacts WHERE name ILIKE ? OR email ILIKE ?"
            + " OR company ILIKE ? ORDER BY lower(name), id LIMIT 50";

    private static final String BARE =
            "SELECT d.id, d.stored, ts_rank(d.words, q.words) AS score, count(*) OVER () FROM"
                    + " (SELECT CAST(? AS tsquery) AS words) q, tenant_acme.search_documents d WHERE d.words @@"
                    + " (CAST(? AS tsquery) && q.words) ORDER BY score DESC, d.id COLLATE \"C\" LIMIT 50";

    private static long kept;

    private SearchBench() {}

    /** Measures and prints a table. */
    public static void main(String[] arguments) throws Exception {
        try (RoomDatabase room = RoomDatabase.with(new PostgresMigrations())) {
            room.schemas().create("acme");
            room.tenantAdmin(
                    "acme",
                    "CREATE TABLE contacts (id text PRIMARY KEY, name text, email text, company text);"
                            + "GRANT ALL ON contacts TO tenant_acme");
            Database database = room.database();
            PostgresEngine engine = new PostgresEngine(database, new SchemaReady() {});
            fill(database, engine);
            room.admin("ANALYZE tenant_acme.contacts; ANALYZE tenant_acme.search_documents");
            try (Connection bare = DriverManager.getConnection(
                    room.access().url(),
                    room.access().admin().user(),
                    room.access().admin().password())) {
                measure(database, engine, bare);
            }
        }
    }

    private static void measure(Database database, PostgresEngine engine, Connection bare) {
        List<String[]> rows = new ArrayList<>();
        for (String text : List.of("contact4711", "lovel", "ada lovelace company77", "a")) {
            rows.add(row(
                    "search '" + text + "' ÷ ILIKE",
                    i -> kept += engine.search(INDEX, query(text)).total(),
                    i -> kept += like(database, text)));
            rows.add(row(
                    "search '" + text + "' ÷ bare statement",
                    i -> kept += engine.search(INDEX, query(text)).total(),
                    i -> kept += bare(bare, text)));
        }
        rows.add(row(
                "change with index ÷ without",
                i -> database.together(() -> {
                    change(database, i);
                    engine.write(INDEX, true, List.of(entry(i)));
                    return i;
                }),
                i -> change(database, i)));
        Table.print(List.of("what", "ours, µs", "the other, µs", "ratio"), rows);
        System.out.println("(" + kept + ")");
    }

    private static void fill(Database database, PostgresEngine engine) {
        for (int from = 0; from < CONTACTS; from += 500) {
            int begin = from;
            database.together(() -> {
                List<Entry> entries = new ArrayList<>();
                for (int i = begin; i < begin + 500; i++) {
                    entries.add(entry(i));
                    change(database, i);
                }
                return engine.write(INDEX, true, entries);
            });
        }
    }

    private static Entry entry(int number) {
        Entry.Body body = new Entry.Body(
                words(name(number)),
                words(email(number) + " " + company(number)),
                "",
                Map.of(),
                Map.of(),
                "{\"name\":\"" + name(number) + "\",\"email\":\"" + email(number) + "\"}");
        return new Entry(1, "contact", Integer.toString(number), HERE, body);
    }

    private static int change(Database database, int number) {
        return database.tenant("acme", connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(
                    "INSERT INTO contacts VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name")) {
                upsert.setString(1, Integer.toString(number));
                upsert.setString(2, name(number));
                upsert.setString(3, email(number));
                upsert.setString(4, company(number));
                return upsert.executeUpdate();
            }
        });
    }

    private static long like(Database database, String text) {
        return database.tenant("acme", connection -> {
            try (PreparedStatement select = connection.prepareStatement(LIKE)) {
                for (int i = 1; i <= 3; i++) {
                    select.setString(i, "%" + text + "%");
                }
                return total(select, 2);
            }
        });
    }

    private static long bare(Connection connection, String text) {
        try (PreparedStatement select = connection.prepareStatement(BARE)) {
            List<String> words = Words.plain(text);
            select.setString(1, "'" + String.join("':* & '", words) + "':*");
            select.setString(2, "'=crm.1.contact." + HERE + "'");
            return total(select, 4);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long total(PreparedStatement select, int column) throws SQLException {
        long total = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                total = row.getLong(column);
            }
        }
        return total;
    }

    private static EngineQuery query(String text) {
        return new EngineQuery("contact", HERE, Words.plain(text), "", List.of(), List.of(), 0, 50);
    }

    private static String name(int number) {
        return GIVEN[number % GIVEN.length] + " " + FAMILY[number % FAMILY.length];
    }

    private static String email(int number) {
        return "contact" + number + "@example.org";
    }

    private static String company(int number) {
        return "Company" + number % 97 + " Ltd";
    }

    private static String words(String text) {
        return String.join(" ", Words.plain(text));
    }

    private static String[] row(String name, IntConsumer ours, IntConsumer other) {
        List<Double> ourTimes = new ArrayList<>();
        List<Double> otherTimes = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        micros(ours);
        micros(other);
        for (int round = 0; round < ROUNDS; round++) {
            boolean oursFirst = round % 2 == 0;
            double first = micros(oursFirst ? ours : other);
            double second = micros(oursFirst ? other : ours);
            ourTimes.add(oursFirst ? first : second);
            otherTimes.add(oursFirst ? second : first);
            ratios.add(ourTimes.get(round) / otherTimes.get(round));
        }
        return new String[] {
            name,
            Figures.of(ourTimes).text("µs"),
            Figures.of(otherTimes).text("µs"),
            Figures.of(ratios).ratio()
        };
    }

    private static double micros(IntConsumer work) {
        long begin = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            work.accept(i);
        }
        return (System.nanoTime() - begin) / 1000.0 / CALLS;
    }
}
