package io.plexica.events.kafka.internal;

import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the brokers answer, which is asked now and then. For one thread. */
final class BrokerProbe {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerProbe.class);
    private static final long PERIOD_NANOS = Duration.ofSeconds(5).toNanos();

    private final Brokers brokers;
    private long next = System.nanoTime();
    private @Nullable String silence;

    BrokerProbe(Brokers brokers) {
        this.brokers = brokers;
    }

    /** Why they do not; null when they did when they were last asked. */
    @Nullable
    String silence() {
        if (System.nanoTime() - next >= 0) {
            ask();
            next = System.nanoTime() + PERIOD_NANOS;
        }
        return silence;
    }

    private void ask() {
        try {
            brokers.greet();
            if (silence != null) {
                LOG.info("Kafka answers again");
            }
            silence = null;
        } catch (PlexicaException e) {
            if (silence == null) {
                LOG.warn("Events wait until Kafka answers: {}", e.detail());
            }
            silence = e.detail();
        }
    }
}
