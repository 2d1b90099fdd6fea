package io.plexica.data.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.Ear;
import io.plexica.data.testing.RestartableServer;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalOutageTest {

    private static final Duration SOON = Duration.ofMillis(1300);

    @TempDir
    Path folder;

    @Test
    void aNodeKnowsWithinASecondThatItHearsNothingAndForgetsBeforeItBelievesAgain() throws Exception {
        try (RestartableServer server = new RestartableServer(folder);
                DataPlatform platform = server.platform(2)) {
            Ear ear = new Ear(Signals.USERS);
            platform.addListener(ear);
            CurrentWhenMissed witness = new CurrentWhenMissed(platform.signals());
            platform.addListener(witness);
            await().until(() -> platform.signals().isCurrent() && !ear.heard.isEmpty());

            server.pause();
            long since = System.nanoTime();
            await().atMost(SOON).until(() -> !platform.signals().isCurrent());
            assertThat(System.nanoTime() - since).isLessThan(SOON.toNanos());
            server.resume();
            await().until(() -> platform.signals().isCurrent());

            server.stop();
            await().atMost(SOON).until(() -> !platform.signals().isCurrent());
            ear.heard.clear();
            witness.wrong.set(0);
            server.start();
            await().atMost(20, TimeUnit.SECONDS).until(() -> platform.signals().isCurrent());
            assertThat(ear.heard).contains(Ear.MISSED);
            assertThat(witness.wrong).hasValue(0);
            await().ignoreExceptions().untilAsserted(() -> platform.signals().announce(Signals.USERS, "back"));
            await().until(() -> ear.heard.contains("back"));
        }
    }

    /** Counts how often it was told of a gap while this node already counted as current. */
    private static final class CurrentWhenMissed implements SignalListener {

        final AtomicInteger wrong = new AtomicInteger();
        private final Signals signals;

        CurrentWhenMissed(Signals signals) {
            this.signals = signals;
        }

        @Override
        public String topic() {
            return Signals.TENANTS;
        }

        @Override
        public void changed(String key) {}

        @Override
        public void missed() {
            wrong.addAndGet(signals.isCurrent() ? 1 : 0);
        }
    }
}
