package io.plexica.plugins.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientWorkTest {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final PatientWork work = new PatientWork("test-patient", Duration.ofMillis(50));
    private final PatientWork patient = new PatientWork("test-very-patient", Duration.ofMinutes(1));
    private Contexts.Scope scope;

    @BeforeEach
    void open() {
        scope = Contexts.open(ExecutionContext.platform("t"));
    }

    @AfterEach
    void close() {
        work.close();
        patient.close();
        scope.close();
    }

    @Test
    void what_hangs_goes_on_beside_what_follows_and_can_be_waited_for() {
        work.run(() -> {
            waitForIt();
            done.add("slow in " + Contexts.require().traceId());
        });
        patient.run(() -> done.add("next"));

        assertThat(done).containsExactly("next");
        work.await(Duration.ofMillis(1));
        assertThat(done).containsExactly("next");
        goOn.countDown();
        work.await(Duration.ofSeconds(30));
        await().untilAsserted(() -> assertThat(done).containsExactly("next", "slow in t"));
    }

    @Test
    void a_failure_reaches_whoever_waits_and_nobody_afterwards() {
        assertThatThrownBy(() -> patient.run(() -> {
                    throw new IllegalArgumentException("broken");
                }))
                .hasMessage("broken");
        work.run(() -> {
            waitForIt();
            throw new IllegalArgumentException("broken later");
        });
        goOn.countDown();
        work.await(Duration.ofSeconds(30));
        patient.run(() -> done.add("next"));
        assertThat(done).containsExactly("next");
    }

    @Test
    void after_the_end_nothing_begins() {
        work.close();
        assertThatThrownBy(() -> work.run(() -> done.add("too late"))).hasMessageContaining("stopping");
    }

    private void waitForIt() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
