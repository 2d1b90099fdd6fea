package io.plexica.plugins.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.manifest.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobCheckTest {

    private static final PluginManifest MANIFEST = Objects.requireNonNull(new ManifestReader()
            .read(("{\"id\":\"crm\",\"name\":\"CRM\",\"version\":\"1.0.0\",\"jobs\":["
                            + "{\"name\":\"tidy\",\"schedule\":\"0 3 * * *\"},{\"name\":\"import\"},"
                            + "{\"name\":\"odd\",\"schedule\":\"now and then\",\"timeout\":\"PT0.5S\"},"
                            + "{\"name\":\"long\",\"timeout\":\"PT24H\"},{\"name\":\"longer\",\"timeout\":\"PT25H\"}]}")
                    .getBytes(StandardCharsets.UTF_8))
            .manifest());

    @Test
    void handlers_fit_the_manifest() {
        assertThat(JobCheck.problems(MANIFEST, List.of(handler("A", "tidy"), handler("B", "import"))))
                .isEmpty();
        assertThat(JobCheck.problems(
                        MANIFEST,
                        List.of(handler("A", ""), handler("B", "export"), handler("C", "tidy"), handler("D", "tidy"))))
                .containsExactly(
                        "The component A is a JobHandler, but no @HandlesJob says which job it does",
                        "The component B does the job 'export', which the manifest does not list at jobs",
                        "The component D does the job 'tidy', as C does: a job has one handler");
    }

    @Test
    void every_schedule_and_time_limit_is_read_and_what_is_wrong_has_its_place() {
        assertThat(JobCheck.timeProblems(
                        MANIFEST, schedule -> schedule.startsWith("now") ? "'" + schedule + "' is no time" : null))
                .containsExactly(
                        new FieldError("/jobs/2/schedule", "'now and then' is no time"),
                        new FieldError("/jobs/2/timeout", "must lie between PT1S and PT24H"),
                        new FieldError("/jobs/4/timeout", "must lie between PT1S and PT24H"));
    }

    private static ComponentDescription handler(String name, String job) {
        return new ComponentDescription(
                name,
                name,
                List.of("io.plexica.api.jobs.JobHandler"),
                List.of(),
                job.isEmpty() ? Map.of() : Map.of("plexica.job.name", job));
    }
}
