package io.plexica.tenancy.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.tenancy.internal.Progress.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StepProgressTest {

    private final List<String> told = new ArrayList<>();
    private final StepProgress progress =
            new StepProgress((percent, step, message) -> told.add(percent + " " + step + ": " + message), 4);

    @Test
    void steps_beside_each_other_count_as_they_end() {
        progress.step("schema", Event.BEGUN);
        progress.step("realm", Event.BEGUN);
        progress.step("schema", Event.DONE);
        progress.step("roles", Event.FAILED);
        progress.step("schema", Event.UNDONE);

        assertThat(told)
                .containsExactly(
                        "0 schema: The step schema has begun",
                        "0 realm: The step realm has begun",
                        "25 schema: The step schema is done",
                        "25 roles: The step roles failed; what was done is being undone",
                        "25 schema: The step schema is undone");
    }

    @Test
    void the_last_step_is_not_yet_the_end() {
        for (String step : List.of("schema", "realm", "roles", "admin")) {
            progress.step(step, Event.DONE);
        }

        assertThat(told.get(3)).startsWith("99 admin");
    }
}
