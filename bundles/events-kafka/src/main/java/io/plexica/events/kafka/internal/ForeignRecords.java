package io.plexica.events.kafka.internal;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that are none of the platform's. They are left where they are, and told of now and then. For one thread. */
final class ForeignRecords {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignRecords.class);
    private static final long PERIOD_NANOS = Duration.ofMinutes(1).toNanos();

    private long count;
    private long next = System.nanoTime();

    void ignored(ConsumerRecord<byte[], byte[]> letter, @Nullable String why) {
        count++;
        if (System.nanoTime() - next >= 0) {
            next = System.nanoTime() + PERIOD_NANOS;
            LOG.warn(
                    "The record {} of {}-{} is ignored, {} so far: {}",
                    letter.offset(),
                    letter.topic(),
                    letter.partition(),
                    count,
                    why);
        }
    }
}
