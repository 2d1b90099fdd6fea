package io.plexica.plugins.internal.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HookQueuesTest {

    private final HookQueues lanes = new HookQueues("lanes", 2);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void close() {
        open.countDown();
        lanes.close();
    }

    @Test
    void work_of_a_lane_is_done_in_order_also_when_some_of_it_fails() {
        for (int i = 0; i < 50; i++) {
            int n = i;
            lanes.add("a", () -> {
                done.add("a" + n);
                if (n % 7 == 0) {
                    throw new IllegalStateException("expected");
                }
            });
        }

        await().untilAsserted(() -> assertThat(done)
                .isEqualTo(IntStream.range(0, 50).mapToObj(i -> "a" + i).toList()));
    }

    @Test
    void a_lane_that_hangs_fills_up_and_holds_up_no_other() {
        assertThat(lanes.add("a", this::hang)).isTrue();
        await().untilAsserted(() -> assertThat(done).containsExactly("hangs"));
        for (int i = 0; i < HookQueues.WAITING; i++) {
            assertThat(lanes.add("a", () -> done.add("late"))).isTrue();
        }
        assertThat(lanes.add("a", () -> done.add("never"))).isFalse();

        assertThat(lanes.add("b", () -> done.add("b"))).isTrue();
        await().untilAsserted(() -> assertThat(done).containsExactly("hangs", "b"));

        open.countDown();
        await().untilAsserted(
                        () -> assertThat(done).hasSize(HookQueues.WAITING + 2).doesNotContain("never"));
    }

    @Test
    void what_comes_after_the_end_is_not_taken() {
        lanes.close();

        assertThat(lanes.add("a", () -> done.add("never"))).isFalse();
    }

    private void hang() {
        done.add("hangs");
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
