package io.plexica.notifications.internal.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.notifications.internal.Rooms;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.mail.MailRefusedException;
import io.plexica.spi.mail.MailTransport;
import io.plexica.spi.mail.MailTransport.Mail;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Messages from the unit of work in which they are sent to the server, or to those who pass them on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredMessagesTest {

    private static final PageQuery ALL = new PageQuery(null, null, null, null);
    private static final Map<String, String> VALUES =
            Map.of("tenant", "Acme", "link", "https://x.example/secret", "expires", "2026-11-21T15:30:00Z");

    private final RoomDatabase server = Rooms.database();
    private final FaultyDatabase database = server.database();
    private final Set<String> slugs = ConcurrentHashMap.newKeySet();
    private final List<Mail> delivered = new CopyOnWriteArrayList<>();
    private final KeptMessages kept = new KeptMessages(database, new SchemaReady() {});
    private volatile String settings = "{}";
    private StoredMessages office;

    @BeforeEach
    void open() {
        server.schemas().create("acme");
        server.admin("INSERT INTO core.tenants VALUES ('acme')");
        slugs.add("acme");
        office = new StoredMessages(
                database, SomeTenants.of(slugs, () -> settings), Duration.ZERO, Duration.ofMillis(200));
    }

    @AfterEach
    void close() {
        office.stop();
        server.close();
    }

    @Test
    void a_message_leaves_once_and_its_secrets_do_not_stay() {
        office.setTransport(delivered::add);

        office.send("acme", "bob@acme.example", "it", "invitation", VALUES);

        await().untilAsserted(() -> assertThat(statuses("tenant_acme")).containsExactly("SENT"));
        assertThat(delivered).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("bob@acme.example");
            assertThat(mail.subject()).isEqualTo("Il tuo invito a Acme");
            assertThat(mail.text()).contains("https://x.example/secret");
        });
        assertThat(server.query("SELECT body_text || body_html FROM tenant_acme.messages"))
                .containsExactly("");
        assertThat(kept.list(new MessageLocation("acme"), null, false, ALL).items())
                .isEmpty();
    }

    @Test
    void a_message_never_leaves_when_its_unit_of_work_is_rolled_back() {
        office.setTransport(delivered::add);

        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    office.send("acme", "bob@acme.example", null, "invitation", VALUES);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        office.send("acme", "eve@acme.example", null, "invitation", VALUES);

        await().until(() -> !delivered.isEmpty());
        assertThat(delivered).extracting(Mail::to).containsExactly("eve@acme.example");
        assertThat(server.query("SELECT recipient FROM tenant_acme.messages")).containsExactly("eve@acme.example");
    }

    @Test
    void without_a_server_it_is_kept_for_the_tenants_admins_with_its_link() {
        office.send("acme", "bob@acme.example", null, "invitation", VALUES);
        office.send(null, "root@plexica.example", null, "password-reset", VALUES);

        await().untilAsserted(() -> assertThat(statuses("tenant_acme")).containsExactly("KEPT"));
        await().untilAsserted(() -> assertThat(statuses("core")).containsExactly("KEPT"));
        MessageRow message =
                kept.list(new MessageLocation("acme"), null, false, ALL).items().get(0);
        assertThat(message.letter().text()).contains("https://x.example/secret");
        assertThat(message.reason()).contains("no mail server");
        assertThat(kept.list(new MessageLocation(null), null, false, ALL).items())
                .extracting(MessageRow::recipient)
                .containsExactly("root@plexica.example");
    }

    @Test
    void what_was_written_to_a_user_goes_with_them() {
        UUID bob = UUID.randomUUID();
        office.send("acme", "bob@acme.example", null, "invitation", VALUES);
        office.send("acme", "eve@acme.example", null, "invitation", VALUES);
        await().untilAsserted(() -> assertThat(statuses("tenant_acme")).containsExactly("KEPT", "KEPT"));
        kept.list(new MessageLocation("acme"), null, false, ALL)
                .items()
                .forEach(message -> kept.markRead(new MessageLocation("acme"), message.id(), bob));

        new RemovedUserMessages(database, new SchemaReady() {})
                .removed("acme", new UserSummary(bob, "Bob@acme.example", null, null, UserStatus.ACTIVE));

        assertThat(server.query("SELECT recipient FROM tenant_acme.messages")).containsExactly("eve@acme.example");
        assertThat(server.query("SELECT message_id::text FROM core.message_outbox"))
                .isEqualTo(server.query("SELECT id::text FROM tenant_acme.messages"));
        assertThat(server.query("SELECT user_id::text FROM tenant_acme.message_reads"))
                .isEmpty();
    }

    @Test
    void what_the_server_refuses_for_good_is_kept_with_its_words() {
        office.setTransport(mail -> {
            throw new MailRefusedException("550 no such mailbox", new Exception("cause"));
        });

        office.send("acme", "nobody@acme.example", null, "invitation", VALUES);

        await().untilAsserted(() -> assertThat(statuses("tenant_acme")).containsExactly("FAILED"));
        assertThat(kept.list(new MessageLocation("acme"), null, false, ALL)
                        .items()
                        .get(0)
                        .reason())
                .contains("550 no such mailbox");
    }

    @Test
    void a_server_that_is_down_is_tried_again_until_it_is_up() {
        office.setTransport(new MailTransport() {
            @Override
            public void deliver(Mail mail) throws Exception {
                if (delivered.isEmpty()) {
                    delivered.add(mail);
                    throw new ConnectException("refused");
                }
                delivered.add(mail);
            }
        });

        office.send("acme", "bob@acme.example", null, "invitation", VALUES);

        await().until(() -> delivered.size() == 1);
        await().untilAsserted(() -> assertThat(server.query(
                        "SELECT attempts FROM core.message_outbox WHERE due_at < now() + interval '15 seconds'"))
                .containsExactly("1"));
        assertThat(statuses("tenant_acme")).containsExactly("WAITING");
        server.admin("UPDATE core.message_outbox SET due_at = now()");
        await().untilAsserted(() -> assertThat(statuses("tenant_acme")).containsExactly("SENT"));
    }

    @Test
    void a_message_is_given_up_at_last() {
        office.setTransport(mail -> {
            throw new ConnectException("refused");
        });
        office.send("acme", "bob@acme.example", null, "invitation", VALUES);
        await().until(() -> !server.query("SELECT 1 FROM core.message_outbox WHERE attempts = 1")
                .isEmpty());

        server.admin("UPDATE core.message_outbox SET attempts = 10, due_at = now()");

        await().untilAsserted(() -> assertThat(statuses("tenant_acme")).containsExactly("FAILED"));
    }

    @Test
    void two_nodes_deliver_each_message_once() throws Exception {
        StoredMessages other = new StoredMessages(
                server.database(), SomeTenants.of(slugs, () -> settings), Duration.ZERO, Duration.ofMillis(100));
        try {
            office.setTransport(delivered::add);
            other.setTransport(delivered::add);
            for (int i = 0; i < 20; i++) {
                (i % 2 == 0 ? office : other).send("acme", "u" + i + "@acme.example", null, "notice", VALUES);
            }
            await().untilAsserted(() ->
                    assertThat(statuses("tenant_acme")).hasSize(20).containsOnly("SENT"));
            assertThat(delivered).extracting(Mail::to).doesNotHaveDuplicates().hasSize(20);
        } finally {
            other.stop();
        }
    }

    @Test
    void the_language_is_the_tenants_unless_the_reader_has_one() {
        settings = "{\"general\":{\"language\":\"it\"}}";
        office.setTransport(delivered::add);

        office.send("acme", "bob@acme.example", null, "invitation", VALUES);
        office.send("acme", "bob@acme.example", "en", "invitation", VALUES);

        await().until(() -> delivered.size() == 2);
        assertThat(delivered)
                .extracting(Mail::subject)
                .containsExactlyInAnyOrder("Il tuo invito a Acme", "Your invitation to Acme");
    }

    @Test
    void an_address_that_is_none_is_refused_at_once() {
        for (String to : List.of("bob", "bob@x.example\r\nBcc: eve@x.example", "a@b c")) {
            assertThatThrownBy(() -> office.send("acme", to, null, "invitation", VALUES))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
        }
        assertThatThrownBy(() -> office.send("acme", "bob@acme.example", null, "nothing", VALUES))
                .hasMessageContaining("no message nothing");
    }

    @Test
    void the_messages_of_a_tenant_that_is_gone_are_gone_with_it() {
        office.stop();
        office.send("acme", "bob@acme.example", null, "invitation", VALUES);
        slugs.clear();
        server.schemas().drop("acme");
        server.admin("DELETE FROM core.tenants");

        assertThat(server.query("SELECT tenant_slug FROM core.message_outbox")).isEmpty();
    }

    @Test
    void a_tenant_that_is_about_to_go_holds_nobody_up() {
        office.stop();
        office.send("acme", "bob@acme.example", null, "invitation", VALUES);
        slugs.clear();
        server.schemas().drop("acme");

        office = new StoredMessages(
                database, SomeTenants.of(slugs, () -> settings), Duration.ZERO, Duration.ofMillis(200));

        await().untilAsserted(() -> assertThat(server.query("SELECT tenant_slug FROM core.message_outbox"))
                .isEmpty());
    }

    @Test
    void old_messages_are_forgotten() {
        office.send("acme", "bob@acme.example", null, "invitation", VALUES);
        await().untilAsserted(() -> assertThat(statuses("tenant_acme")).containsExactly("KEPT"));

        server.admin("UPDATE core.message_outbox SET due_at = now() WHERE task = 'FORGET'");

        await().untilAsserted(() -> assertThat(statuses("tenant_acme")).isEmpty());
        assertThat(server.query("SELECT task FROM core.message_outbox")).isEmpty();
    }

    @Test
    void each_reader_reads_for_himself() {
        office.send("acme", "bob@acme.example", null, "invitation", VALUES);
        await().untilAsserted(() -> assertThat(statuses("tenant_acme")).containsExactly("KEPT"));
        MessageLocation box = new MessageLocation("acme");
        UUID ada = UUID.randomUUID();
        UUID id = kept.list(box, ada, true, ALL).items().get(0).id();

        Instant read = kept.markRead(box, id, ada).readAt();

        assertThat(read).isNotNull();
        assertThat(kept.markRead(box, id, ada).readAt()).isEqualTo(read);
        assertThat(kept.list(box, ada, true, ALL).total()).isZero();
        assertThat(kept.list(box, UUID.randomUUID(), true, ALL).total()).isOne();
        assertThatThrownBy(() -> kept.markRead(box, UUID.randomUUID(), ada)).hasMessageContaining("no such");
        assertThatThrownBy(() -> kept.get(new MessageLocation(null), id, ada)).hasMessageContaining("no such");
    }

    private List<String> statuses(String schema) {
        return server.query("SELECT status FROM " + schema + ".messages");
    }
}
