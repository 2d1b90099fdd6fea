package io.plexica.search.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.search.internal.index.PendingChanges.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SearchHealthTest {

    @Test
    void search_is_well_while_changes_wait_for_moments_only() {
        assertThat(SearchHealth.judge(null, new Waiting(0, Duration.ZERO)).healthy())
                .isTrue();
        assertThat(SearchHealth.judge(null, new Waiting(500, Duration.ofSeconds(60)))
                        .healthy())
                .isTrue();
        assertThat(SearchHealth.judge(null, new Waiting(2, Duration.ofSeconds(61)))
                        .error())
                .isEqualTo("The oldest of 2 changes waits for 61 s to be found");
        assertThat(SearchHealth.judge("no answer", new Waiting(0, Duration.ZERO))
                        .error())
                .isEqualTo("Nothing can be searched: no answer");
    }
}
