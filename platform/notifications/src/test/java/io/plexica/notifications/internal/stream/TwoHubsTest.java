package io.plexica.notifications.internal.stream;

import static io.plexica.notifications.internal.notes.Company.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.api.notifications.Notification;
import io.plexica.api.notifications.Recipients;
import io.plexica.notifications.internal.notes.Company;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.web.EventStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, and a reader who is led now to this one and now to that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoHubsTest {

    private final Company company = new Company();
    private final Hub here = new Hub(company);
    private final Hub there = new Hub(company);

    @BeforeEach
    void listen() {
        for (Hub hub : List.of(here, there)) {
            company.server.hear(hub);
            // Whoever begins to hear is told first that they may have missed something.
            soon(() -> assertThat(hub.heardFirst).isTrue());
        }
    }

    @AfterEach
    void close() {
        for (Hub hub : List.of(here, there)) {
            company.server.hearNoMore(hub);
            hub.close();
        }
        company.close();
    }

    @Test
    void what_one_node_writes_is_heard_through_both() {
        Ear first = here.open(null);
        Ear second = there.open(null);

        tell("Both");

        soon(() -> assertThat(first.names()).containsExactly("hello", "notifications"));
        soon(() -> assertThat(second.names()).containsExactly("hello", "notifications"));
        assertThat(first.last()).isNotEqualTo(second.last());
    }

    @Test
    void who_goes_on_at_another_node_is_told_of_the_gap_and_finds_what_fell_into_it() throws Exception {
        Ear before = here.open(null);
        tell("Heard");
        soon(() -> assertThat(before.names()).containsExactly("hello", "notifications"));
        before.gone.close();
        tell("Missed");

        Ear after = there.open(before.last());
        // What was missed may still be on its way to this node.
        assertThat(after.names()).startsWith("reset");
        assertThat(company.server.query("SELECT n.title FROM core.notifications n"
                        + " JOIN core.notification_recipients r ON r.notification_id = n.id WHERE r.read_at IS NULL"))
                .containsExactlyInAnyOrder("Heard", "Missed");

        soon(() -> {
            tell("Later");
            assertThat(after.names()).contains("reset", "notifications");
        });
        after.gone.close();
        Ear back = here.open(after.last());
        assertThat(back.names()).startsWith("reset");
    }

    @Test
    void a_reader_whose_stream_breaks_keeps_nobody_else_from_hearing() {
        Ear broken = here.open(null);
        broken.breaks = true;
        Ear well = here.open(null);

        tell("For all who can hear");

        soon(() -> assertThat(well.names()).containsExactly("hello", "notifications"));
        assertThat(broken.names()).containsExactly("hello");
    }

    private void tell(String title) {
        company.in("acme", () -> company.notifications.send(Recipients.user(BOB), Notification.of(title, "")));
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    /** What one node has of this room. */
    private static final class Hub implements SignalListener {

        private final Streams streams = new Streams(Company.SETTINGS);
        private final NotificationSource source;
        private volatile boolean heardFirst;

        Hub(Company company) {
            source = new NotificationSource(company.database, streams);
        }

        Ear open(String last) {
            ExecutionContext bob = ExecutionContext.platform("trace")
                    .inTenant(Company.tenant("acme"))
                    .as(new Principal(BOB, "bob@acme.example", null, null, false), Grants.NONE);
            Ear ear = new Ear();
            try (Contexts.Scope scope = Contexts.open(bob)) {
                ear.gone = streams.stream(last).open(ear);
            }
            return ear;
        }

        void close() {
            source.stop();
            streams.stop();
        }

        @Override
        public String topic() {
            return source.topic();
        }

        @Override
        public void changed(String key) {
            source.changed(key);
        }

        @Override
        public void missed() {
            source.missed();
            heardFirst = true;
        }
    }

    private static final class Ear implements EventStream.Sink {

        private final List<String> names = new CopyOnWriteArrayList<>();
        private volatile String last = "";
        private volatile boolean breaks;
        private AutoCloseable gone;

        @Override
        public void send(String event, String id, Object data) {
            if (breaks) {
                throw new IllegalStateException("broken");
            }
            names.add(event);
            last = id;
        }

        @Override
        public void end() {}

        List<String> names() {
            return names;
        }

        String last() {
            return last;
        }
    }
}
