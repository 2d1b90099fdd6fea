package io.plexica.data.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.pool.Logins;
import io.plexica.data.testing.Ear;
import io.plexica.data.testing.PgBouncer;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.signal.Signals;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Behind a pooler in transaction mode nobody is notified of anything, and signals are heard all the same. */
class PooledSignalsTest {

    @Test
    void pollingAloneHearsEverythingOnceAndInOrder() throws Exception {
        TestServer server = TestServer.shared();
        SignalListeners listeners = new SignalListeners();
        Ear ear = new Ear(Signals.TENANTS);
        listeners.add(ear);
        Logins pooled = new Logins(PgBouncer.shared().accessWithoutDirectUrl(), TestServer.settings(2));
        try (DataPlatform platform = server.platform(2, PgBouncer.shared().access());
                SignalThread thread = new SignalThread(pooled.listener(), listeners)) {
            thread.start();
            await().until(thread::isCurrent);
            ear.heard.clear();
            List<String> keys =
                    IntStream.range(0, 30).mapToObj(i -> "tenant" + i).toList();
            keys.forEach(key -> platform.signals().announce(Signals.TENANTS, key));
            await().untilAsserted(() -> assertThat(ear.heard).containsExactlyElementsOf(keys));
            ear.heard.clear();
            try (Connection slow = server.superuser()) {
                slow.setAutoCommit(false);
                Sql.run(slow, "insert into core.signals (topic, key) values ('tenants', 'late')");
                platform.signals().announce(Signals.TENANTS, "early");
                await().until(() -> ear.heard.contains("early"));
                slow.commit();
            }
            await().untilAsserted(() -> assertThat(ear.heard).containsExactly("early", "late"));
            assertThat(thread.isCurrent()).isTrue();
        }
    }
}
