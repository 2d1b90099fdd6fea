package io.plexica.plugins.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicationTurnsTest {

    private final PublicationTurns turns = new PublicationTurns(Duration.ofMillis(50));

    @Test
    void a_plugin_is_somebodys_until_the_turn_ends_and_other_plugins_are_free() {
        try (PublicationTurns.Turn crm = turns.take("crm")) {
            assertThat(elsewhere(() -> turns.tryTake("crm").isPresent())).isFalse();
            assertThat(elsewhere(() -> end(turns.take("billing")))).isTrue();
            assertThatThrownBy(() -> elsewhere(() -> end(turns.take("crm"))))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                    .hasMessageStartingWith("A version of crm is still being started");
        }

        assertThat(elsewhere(() -> end(turns.tryTake("crm").orElseThrow()))).isTrue();
        assertThat(turns.size())
                .as("nothing is kept of plugins that nobody is at")
                .isZero();
    }

    @Test
    void who_waits_has_the_turn_when_the_one_before_ends() {
        PublicationTurns patient = new PublicationTurns(Duration.ofSeconds(30));
        CompletableFuture<Boolean> next;
        try (PublicationTurns.Turn crm = patient.take("crm")) {
            next = CompletableFuture.supplyAsync(() -> end(patient.take("crm")));
        }

        assertThat(next).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
        assertThat(patient.size()).isZero();
    }

    private static boolean end(PublicationTurns.Turn turn) {
        turn.close();
        return true;
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
