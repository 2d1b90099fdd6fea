package io.plexica.itests.bench;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.events.internal.EventMeters;
import io.plexica.events.internal.EventsMigrations;
import io.plexica.events.internal.EventsSettings;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.events.internal.delivery.ArrivedEvents;
import io.plexica.events.internal.relay.Outbox;
import io.plexica.events.internal.relay.Transports;
import io.plexica.events.kafka.internal.KafkaSettings;
import io.plexica.events.kafka.internal.KafkaTransport;
import io.plexica.itests.rooms.FakePlugins;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.KafkaServer;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How fast events leave the outbox beside a bare producer, and what tenants that say nothing cost. */
public final class EventsBench {

    private static final SchemaReady READY = new SchemaReady() {};
    private static final EventsSettings SETTINGS =
            new EventsSettings(4, Duration.ofMillis(500), Duration.ofSeconds(30), 8, Duration.ofSeconds(1), 30);
    private static final EventsSettings CARRIED = SETTINGS.carriedBy(KafkaTransport.TRANSPORT, Duration.ofHours(1));
    private static final int EVENTS = 10_000;
    private static final int ROUNDS = 9;
    private static final String FILL =
            "INSERT INTO core.events_outbox (name, tenant_slug, aggregate, aggregate_id, payload)"
                    + " SELECT 'crm.contact.created', 't' || n %% %d, 'crm.contact/c' || n, 'c' || n,"
                    + " jsonb_build_object('name', 'Contact ' || n) FROM generate_series(1, %d) n";

    private final RoomDatabase server = RoomDatabase.with(new AuditMigrations(), new EventsMigrations());
    private final FaultyDatabase database = server.database();
    private final FakePlugins plugins = new FakePlugins(database);
    private final List<String[]> rows = new ArrayList<>();

    private EventsBench() {}

    /** Measures and prints tables. */
    public static void main(String[] arguments) throws Exception {
        EventsBench bench = new EventsBench();
        try (KafkaServer kafka = KafkaServer.start()) {
            bench.relay(kafka);
        }
        for (int tenants : new int[] {10, 1_000}) {
            try (KafkaServer kafka = KafkaServer.start()) {
                bench.idle(kafka, tenants);
            }
        }
        bench.server.close();
    }

    private void relay(KafkaServer kafka) throws ExecutionException, InterruptedException {
        Outbox direct = new Outbox(database, plugins, new EventMeters(), new Transports(SETTINGS), SETTINGS, READY);
        // Nobody listens: it is measured how they leave.
        plugins.setKnown(true);
        List<Double> carriedRates = new ArrayList<>();
        List<Double> bareRates = new ArrayList<>();
        List<Double> directRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (KafkaTransport transport = transport(kafka);
                Producer<byte[], byte[]> bare = bare(kafka)) {
            Outbox carried = carried(transport);
            for (int round = -2; round < ROUNDS; round++) {
                boolean oursFirst = round % 2 == 0;
                double first = oursFirst ? left(carried) : sent(bare);
                double second = oursFirst ? sent(bare) : left(carried);
                double without = left(direct);
                if (round >= 0) {
                    carriedRates.add(oursFirst ? first : second);
                    bareRates.add(oursFirst ? second : first);
                    directRates.add(without);
                    ratios.add(carriedRates.get(round) / bareRates.get(round));
                }
            }
        }
        rows.add(new String[] {
            "relayed by Kafka ÷ bare producer, acks=all",
            Figures.of(carriedRates).text("/s"),
            Figures.of(bareRates).text("/s"),
            Figures.of(ratios).ratio()
        });
        rows.add(new String[] {"relayed without Kafka", Figures.of(directRates).text("/s"), "", ""});
        Table.print(List.of("what", "ours", "the other", "ratio"), rows);
    }

    /** Events a second that leave the outbox, from when they are all in it. */
    private double left(Outbox outbox) {
        server.admin("TRUNCATE core.events_outbox, core.events_deliveries");
        server.admin(FILL.formatted(20, EVENTS));
        long begin = System.nanoTime();
        int relayed = 0;
        while (relayed < EVENTS) {
            relayed += outbox.relay();
        }
        return EVENTS / ((System.nanoTime() - begin) / 1e9);
    }

    /** Records a second of a producer that does nothing else. */
    private static double sent(Producer<byte[], byte[]> producer) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(EVENTS);
        long begin = System.nanoTime();
        for (int n = 0; n < EVENTS; n++) {
            byte[] key = ("t" + n % 20 + "/crm.contact/c" + n).getBytes(StandardCharsets.UTF_8);
            byte[] value = ("{\"name\": \"Contact " + n + "\"}").getBytes(StandardCharsets.UTF_8);
            sent.add(producer.send(new ProducerRecord<>("plexica.crm.contact.created", key, value)));
        }
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
        return EVENTS / ((System.nanoTime() - begin) / 1e9);
    }

    private void idle(KafkaServer kafka, int tenants) throws IOException {
        server.admin("TRUNCATE core.events_outbox, core.events_deliveries");
        int threads = Thread.activeCount();
        try (KafkaTransport transport = transport(kafka)) {
            Outbox outbox = carried(transport);
            server.admin(FILL.formatted(tenants, tenants));
            int relayed = 0;
            while (relayed < tenants) {
                relayed += outbox.relay();
            }
            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!server.query("SELECT count(*) FROM core.events_deliveries WHERE state = 'SENT'")
                            .get(0)
                            .equals("0")
                    && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            System.out.println(tenants + " tenants, pooled: " + (Thread.activeCount() - threads) + " threads, "
                    + connections(kafka) + " connections, " + kafka.topics().size() + " topics");
        }
    }

    /** Established connections of this process to the broker. */
    private static long connections(KafkaServer kafka) throws IOException {
        String port = "%04X".formatted(Integer.parseInt(kafka.address().split(":")[1]));
        long found = 0;
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            found += Files.readAllLines(Path.of(table)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells.length > 3 && cells[2].endsWith(":" + port) && cells[3].equals("01"))
                    .count();
        }
        return found;
    }

    private KafkaTransport transport(KafkaServer kafka) {
        KafkaSettings settings =
                new KafkaSettings(List.of(kafka.address()), true, 6, 0, Duration.ofSeconds(10), Map.of());
        return new KafkaTransport(settings, new ArrivedEvents(database, plugins, new RelayWakeup(), CARRIED, READY));
    }

    private Outbox carried(EventTransport transport) {
        Transports transports = new Transports(CARRIED);
        transports.add(transport, Map.of(EventTransport.NAME, KafkaTransport.TRANSPORT));
        return new Outbox(database, plugins, new EventMeters(), transports, CARRIED, READY);
    }

    private static Producer<byte[], byte[]> bare(KafkaServer kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.address(), "acks", "all", "enable.idempotence", true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
