package io.plexica.data.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.Ear;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final String INSERT = "insert into core.signals (topic, key) values ('grants', '%s')";

    private final TestServer server = TestServer.shared();
    private final DataPlatform here = server.platform(3);
    private final DataPlatform there = server.platform(3);
    private final Ear ear = new Ear(Signals.GRANTS);

    @BeforeEach
    void listen() {
        there.addListener(ear);
        await().until(() -> !ear.heard.isEmpty());
        assertThat(ear.heard).containsOnly(Ear.MISSED);
        await().until(() -> there.signals().isCurrent());
        ear.heard.clear();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void whatOneNodeAnnouncesAllNodesHearOnceAndInOrder() {
        Ear own = new Ear(Signals.GRANTS);
        here.addListener(own);
        await().until(() -> own.heard.contains(Ear.MISSED));
        List<String> keys = IntStream.range(0, 50).mapToObj(i -> "tenant" + i).toList();
        keys.forEach(key -> here.signals().announce(Signals.GRANTS, key));
        here.signals().announce(Signals.FLAGS, "");
        await().untilAsserted(() -> assertThat(ear.heard).containsExactlyElementsOf(keys));
        await().untilAsserted(() -> assertThat(own.heard).endsWith("tenant49"));
    }

    @Test
    void whoeverAnnouncesGoesOnOnlyWhenThisNodeHasHeard() {
        Ear own = new Ear(Signals.GRANTS);
        here.addListener(own);
        await().until(() -> own.heard.contains(Ear.MISSED) && here.signals().isCurrent());
        for (int i = 0; i < 20; i++) {
            String key = "change" + i;
            here.database().together(() -> {
                here.signals().announce(Signals.GRANTS, key);
                here.signals().announce(Signals.WORKSPACES, key);
                return key;
            });
            assertThat(own.heard).contains(key);
        }
    }

    @Test
    void nothingIsHeardOfWhatIsRolledBackAndTheRestOnlyAfterTheCommit() throws Exception {
        assertThatThrownBy(() -> here.database().unitOfWork(() -> {
                    here.signals().announce(Signals.GRANTS, "never");
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        here.database().unitOfWork(() -> {
            here.signals().announce(Signals.GRANTS, "later");
            here.database().newUnitOfWork(() -> {
                here.signals().announce(Signals.GRANTS, "sooner");
                return 0;
            });
            await().untilAsserted(() -> assertThat(ear.heard).containsExactly("sooner"));
            return 0;
        });
        await().untilAsserted(() -> assertThat(ear.heard).containsExactly("sooner", "later"));
    }

    @Test
    void aRowThatCommitsLateIsNotSkippedThoughLaterOnesWereReadBefore() throws Exception {
        try (Connection slow = server.superuser()) {
            slow.setAutoCommit(false);
            Sql.run(slow, INSERT.formatted("late"));
            for (int i = 0; i < 3; i++) {
                String key = "early" + i;
                here.signals().announce(Signals.GRANTS, key);
                await().until(() -> ear.heard.contains(key));
            }
            slow.commit();
        }
        await().untilAsserted(() -> assertThat(ear.heard).containsExactly("early0", "early1", "early2", "late"));
    }

    @Test
    void pollingAloneHearsWhatNobodyNotifiedOf() throws Exception {
        server.run(INSERT.formatted("silent"));
        await().atMost(1, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(ear.heard).containsExactly("silent"));
    }

    @Test
    void aKilledConnectionIsReplacedAndListenersAreTold() throws Exception {
        server.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'plexica-signals'");
        await().until(() -> ear.heard.contains(Ear.MISSED));
        await().until(() -> there.signals().isCurrent() && here.signals().isCurrent());
        here.signals().announce(Signals.GRANTS, "after");
        await().untilAsserted(() -> assertThat(ear.heard).containsExactly(Ear.MISSED, "after"));
    }

    @Test
    void aListenerThatFailsKeepsNobodyFromHearing() {
        there.removeListener(ear);
        there.addListener(new SignalListener() {
            @Override
            public String topic() {
                return Signals.GRANTS;
            }

            @Override
            public void changed(String key) {
                throw new IllegalStateException("goes to the log");
            }
        });
        there.addListener(ear);
        here.signals().announce(Signals.GRANTS, "all the same");
        await().until(() -> ear.heard.contains("all the same"));
        assertThat(there.signals().isCurrent()).isTrue();
    }

    @Test
    void whoLeavesHearsNothingMore() {
        Ear last = new Ear(Signals.GRANTS);
        there.addListener(last);
        there.removeListener(ear);
        here.signals().announce(Signals.GRANTS, "gone");
        await().until(() -> last.heard.contains("gone"));
        assertThat(ear.heard).isEmpty();
    }

    @Test
    void oldRowsAreThrownAwayAndThoseOfAnotherServersFuture() throws Exception {
        server.run("insert into core.signals (topic, key, at) values ('grants', 'old', now() - interval '2 hours')");
        server.run("insert into core.signals (topic, key, xid) values ('grants', 'restored', '900000000000')");
        here.signals().announce(Signals.GRANTS, "new");
        try (DataPlatform third = server.platform(1)) {
            await().until(() -> third.signals().isCurrent());
            assertThat(server.ask("select count(*) from core.signals where key in ('old', 'restored')"))
                    .isEqualTo("0");
            assertThat(server.ask("select count(*) from core.signals where key = 'new'"))
                    .isNotEqualTo("0");
        }
    }

    @Test
    void whatIsNoSignalIsRefused() {
        assertThatThrownBy(() -> here.signals().announce("", "key")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> here.signals().announce(Signals.GRANTS, "k".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneWhoHeardIsCurrentAndOneWhoStoppedIsNot() {
        there.close();
        await().atMost(1500, TimeUnit.MILLISECONDS).until(() -> !there.signals().isCurrent());
    }
}
