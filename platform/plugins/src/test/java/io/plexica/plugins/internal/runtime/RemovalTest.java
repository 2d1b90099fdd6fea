package io.plexica.plugins.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovalTest {

    private final Removal removal = new Removal(new PluginRef("notes", "1.0.0"));
    private final AtomicInteger reports = new AtomicInteger();

    @Test
    void one_that_is_late_is_reported_once_and_hangs_until_it_ends() {
        removal.limit(Duration.ofMillis(10), reports::incrementAndGet);

        await().until(removal.settled()::isDone);
        assertThat(removal.hangs()).isTrue();
        removal.end();

        assertThat(removal.hangs()).isFalse();
        assertThat(reports).hasValue(1);
    }

    @Test
    void one_that_ends_in_time_is_not_reported() {
        removal.limit(Duration.ofMinutes(1), reports::incrementAndGet);
        removal.end();

        assertThat(removal.settled()).isCompleted();
        assertThat(removal.hangs()).isFalse();
        assertThat(reports).hasValue(0);
    }

    @Test
    void where_it_hangs_is_the_innermost_frame_that_is_not_the_jdks() {
        StackTraceElement[] trace = {
            frame("jdk.internal.misc.Unsafe", "park"),
            frame("java.util.concurrent.CountDownLatch", "await"),
            frame("p.Bad", "deactivate"),
            frame("org.apache.felix.scr.impl.Method", "invoke"),
        };

        assertThat(Removal.where(trace)).isEqualTo("p.Bad.deactivate(Bad.java:7)");
        assertThat(Removal.where(new StackTraceElement[] {trace[0]})).startsWith("jdk.internal.misc.Unsafe.park");
        assertThat(Removal.where(new StackTraceElement[0])).isEqualTo("nowhere");
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", 7);
    }
}
