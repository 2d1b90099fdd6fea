package io.plexica.notifications.internal.stream;

import static io.plexica.notifications.internal.notes.Company.ADA;
import static io.plexica.notifications.internal.notes.Company.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.notifications.Notification;
import io.plexica.api.notifications.Recipients;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.notifications.internal.letters.KeptMessages;
import io.plexica.notifications.internal.notes.Company;
import io.plexica.notifications.internal.notes.Inbox;
import io.plexica.notifications.internal.notes.Notes;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.stream.News;
import io.plexica.spi.stream.StreamSource;
import io.plexica.spi.web.EventStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who hears what, at once and after a break. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamsTest {

    private final Company company = new Company();
    private final Streams streams = new Streams(Company.SETTINGS);
    private final Told told = new Told();
    private final NotificationSource source = new NotificationSource(company.database, streams);
    private final Hearing hearing = new Hearing(source);

    @BeforeEach
    void listen() {
        streams.addSource(told);
        company.server.hear(hearing);
        // Whoever begins to hear is told first that they may have missed something.
        soon(() -> assertThat(hearing.heardFirst).isTrue());
    }

    @AfterEach
    void close() {
        company.server.hearNoMore(hearing);
        source.stop();
        streams.stop();
        company.close();
    }

    @Test
    void a_notification_arrives_with_whom_it_is_for_and_reading_it_is_told_to_their_other_windows() throws Exception {
        Heard bob = open("acme", BOB, null);
        Heard ada = open("acme", ADA, null);
        company.in("acme", () -> company.notifications.send(Recipients.user(BOB), Notification.of("Deal won", "")));

        soon(() -> assertThat(bob.names()).containsExactly("hello", "notifications"));
        NotificationNews news = (NotificationNews) bob.events.get(1).data();
        assertThat(news.unread()).isEqualTo(1);
        assertThat(news.notification().title()).isEqualTo("Deal won");

        Notes notes = new Notes(
                company.database,
                company.server.signals(),
                new KeptMessages(company.database, Company.READY),
                Company.READY);
        notes.markRead(new Inbox("acme", BOB, false), news.notification().id());
        soon(() -> assertThat(bob.events).hasSize(3));
        assertThat(((NotificationNews) bob.events.get(2).data()).unread()).isZero();
        assertThat(ada.names()).containsExactly("hello");
        bob.gone.close();
        ada.gone.close();
    }

    @Test
    void who_is_back_soon_misses_nothing() throws Exception {
        Heard bob = open("acme", BOB, null);
        bob.gone.close();
        company.in("acme", () -> company.notifications.send(Recipients.user(BOB), Notification.of("Missed", "")));
        told.audience.tell(new News("acme", "installations", reader -> "more"));
        told.audience.tell(new News("globex", "installations", reader -> "none of his business"));

        soon(() -> {
            Heard again = open("acme", BOB, bob.last());
            again.gone.close();
            assertThat(again.names()).contains("notifications", "installations").endsWith("rights");
        });
    }

    @Test
    void who_comes_from_elsewhere_or_too_late_reads_everything_again() throws Exception {
        Heard fresh = open("acme", BOB, "0123456789abcdef-7");
        assertThat(fresh.names()).containsExactly("reset");
        Heard garbage = open("acme", ADA, "nonsense");
        assertThat(garbage.names()).containsExactly("reset");

        source.missed();
        assertThat(fresh.names()).containsExactly("reset", "reset");
    }

    @Test
    void rights_that_change_are_told_to_whose_they_are() throws Exception {
        Heard bob = open("acme", BOB, null);
        bob.judge(as("acme", BOB, Set.of("crm:deals:read")));
        bob.judge(as("acme", BOB, Set.of("crm:deals:read")));
        assertThat(bob.names()).containsExactly("hello");

        bob.judge(as("acme", BOB, Set.of()));

        assertThat(bob.names()).containsExactly("hello", "rights");
        assertThat(((RightsView) bob.events.get(1).data()).permissions()).isEmpty();
    }

    @Test
    void everybody_hears_what_is_theirs_by_the_rights_of_now() throws Exception {
        Heard bob = open("acme", BOB, null);
        Heard operator = open(null, UUID.randomUUID(), null);
        Heard globex = open("globex", ADA, null);
        News secret =
                new News("acme", "operations", reader -> reader.grants().covers("crm:deals:read") ? "deal" : null);
        told.audience.tell(secret);
        bob.judge(as("acme", BOB, Set.of()));
        told.audience.tell(secret);
        told.audience.tell(new News(null, "health", reader -> "UP"));
        told.audience.tell(new News("acme", "broken", reader -> {
            throw new IllegalStateException("a source that fails");
        }));
        told.audience.tell(new News("", "operations", reader -> "platform"));

        assertThat(bob.names()).containsExactly("hello", "operations", "rights", "health");
        assertThat(operator.names()).containsExactly("hello", "operations", "operations", "health", "operations");
        assertThat(globex.names()).containsExactly("hello", "health");
    }

    @Test
    void one_stream_too_many_of_a_person_ends_their_oldest_and_one_of_a_tenant_is_refused() throws Exception {
        Heard first = open("acme", BOB, null);
        Heard second = open("acme", BOB, null);
        assertThat(open("acme", BOB, null).names()).containsExactly("hello");

        assertThat(first.names()).containsExactly("hello", "crowded");
        assertThat(first.ended).isTrue();
        assertThat(second.ended).isFalse();

        open("acme", ADA, null);
        assertRefused(UUID.randomUUID(), "this tenant read 3");
        first.gone.close();
        assertRefused(UUID.randomUUID(), "this tenant read 3");
        second.gone.close();
        assertThat(open("acme", UUID.randomUUID(), null).names()).containsExactly("hello");
    }

    @Test
    void nobody_is_there_where_nobody_listens() throws Exception {
        assertThat(told.audience.isThere()).isFalse();
        open("acme", BOB, null);
        assertThat(told.audience.isThere("acme")).isTrue();
        assertThat(told.audience.isThere("globex")).isFalse();

        streams.removeSource(told);
        assertThat(told.closed).isTrue();
    }

    private void assertRefused(UUID user, String why) {
        assertThatThrownBy(() -> open("acme", user, null)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(e.detail()).contains(why);
        });
    }

    private Heard open(String slug, UUID user, String last) {
        EventStream stream = streams.stream(last);
        Heard heard = new Heard(stream);
        try (Contexts.Scope scope = Contexts.open(as(slug, user, Set.of("crm:deals:read")))) {
            heard.gone = stream.open(heard);
        }
        return heard;
    }

    private static ExecutionContext as(String slug, UUID user, Set<String> keys) {
        boolean operator = slug == null;
        return ExecutionContext.platform("trace")
                .inTenant(operator ? null : Company.tenant(slug))
                .as(new Principal(user, "somebody@example.com", null, null, operator), new Held(keys));
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private record Held(Set<String> keys) implements Grants {
        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public boolean covers(String key) {
            return keys.contains(key);
        }
    }

    /** Hears for the source, and remembers that it does. */
    private static final class Hearing implements SignalListener {

        private final NotificationSource source;
        private volatile boolean heardFirst;

        Hearing(NotificationSource source) {
            this.source = source;
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

    /** A source that says what a test says. */
    private static final class Told implements StreamSource {

        private Audience audience;
        private boolean closed;

        @Override
        public AutoCloseable tellTo(Audience listeners) {
            audience = listeners;
            return () -> closed = true;
        }
    }

    /** One who listens. */
    private static final class Heard implements EventStream.Sink {

        private final List<Event> events = new CopyOnWriteArrayList<>();
        private final EventStream stream;
        private AutoCloseable gone;
        private boolean ended;

        Heard(EventStream stream) {
            this.stream = stream;
        }

        record Event(String name, String id, Object data) {}

        @Override
        public void send(String event, String id, Object data) {
            events.add(new Event(event, id, data));
        }

        @Override
        public void end() {
            ended = true;
        }

        List<String> names() {
            return events.stream().map(Event::name).toList();
        }

        String last() {
            return events.get(events.size() - 1).id();
        }

        void judge(ExecutionContext now) {
            try (Contexts.Scope scope = Contexts.open(now)) {
                assertThat(stream.mayGoOn()).isTrue();
            }
        }
    }
}
