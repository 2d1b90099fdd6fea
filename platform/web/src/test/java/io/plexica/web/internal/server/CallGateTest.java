package io.plexica.web.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CallGateTest {

    @Test
    void an_empty_gate_closes_at_once_and_for_good() throws Exception {
        CallGate gate = new CallGate();
        gate.close();
        gate.close();
        assertThat(gate.enter()).isFalse();
        assertThat(gate.awaitEmpty(Duration.ZERO)).isTrue();
    }

    @Test
    void a_gate_is_empty_when_the_last_has_left() throws Exception {
        CallGate gate = new CallGate();
        assertThat(gate.enter()).isTrue();
        assertThat(gate.enter()).isTrue();
        gate.close();
        gate.leave();
        assertThat(gate.awaitEmpty(Duration.ofMillis(20))).isFalse();
        assertThat(gate.within()).isEqualTo(1);
        gate.leave();
        assertThat(gate.awaitEmpty(Duration.ZERO)).isTrue();
    }

    @RepeatedTest(20)
    void nobody_is_within_once_the_gate_says_empty() throws Exception {
        CallGate gate = new CallGate();
        AtomicLong within = new AtomicLong();
        AtomicBoolean empty = new AtomicBoolean();
        AtomicBoolean wrong = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(4);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(callers.submit(() -> {
                running.countDown();
                while (gate.enter()) {
                    within.incrementAndGet();
                    wrong.compareAndSet(false, empty.get());
                    within.decrementAndGet();
                    gate.leave();
                }
            }));
        }
        running.await();
        gate.close();
        assertThat(gate.awaitEmpty(Duration.ofSeconds(10))).isTrue();
        empty.set(true);
        for (Future<?> caller : all) {
            caller.get(10, TimeUnit.SECONDS);
        }
        callers.shutdown();
        assertThat(wrong).isFalse();
        assertThat(within).hasValue(0);
    }
}
