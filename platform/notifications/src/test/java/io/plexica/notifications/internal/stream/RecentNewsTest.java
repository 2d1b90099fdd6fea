package io.plexica.notifications.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.stream.News;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is remembered for who comes back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecentNewsTest {

    private final RecentNews memory = new RecentNews(3);

    @Test
    void who_comes_back_soon_gets_what_was_missed_in_order() {
        EventId before = memory.last();
        EventId first = memory.add(news("a"));
        memory.add(news("b"));

        assertThat(memory.since(before).orElseThrow())
                .extracting(one -> one.news().event())
                .containsExactly("a", "b");
        assertThat(memory.since(first).orElseThrow())
                .extracting(one -> one.news().event())
                .containsExactly("b");
        assertThat(memory.since(memory.last()).orElseThrow()).isEmpty();
    }

    @Test
    void who_comes_back_late_or_from_elsewhere_is_told_that_it_cannot_be_told() {
        EventId before = memory.last();
        for (String event : new String[] {"a", "b", "c", "d"}) {
            memory.add(news(event));
        }

        assertThat(memory.since(before)).isEmpty();
        assertThat(memory.since(new RecentNews(3).last())).isEmpty();
        assertThat(memory.since(new EventId(before.memory(), 5))).isEmpty();
        assertThat(memory.since(new EventId(before.memory(), 1)).orElseThrow()).hasSize(3);
    }

    @Test
    void an_id_is_what_it_says() {
        EventId id = memory.add(news("a"));

        assertThat(EventId.read(id.toString())).contains(id);
        assertThat(EventId.read(" " + id + " ")).contains(id);
        for (String other : new String[] {null, "", "7", "x-1", id + "0000000000000000000"}) {
            assertThat(EventId.read(other)).isEmpty();
        }
    }

    private static News news(String event) {
        return new News("acme", event, reader -> event);
    }
}
