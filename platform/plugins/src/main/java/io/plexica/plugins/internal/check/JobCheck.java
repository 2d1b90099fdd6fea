package io.plexica.plugins.internal.check;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.spi.jobs.Schedules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether a plugin does only jobs that its manifest lists, by which they are called, and whether their times come. */
final class JobCheck {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private JobCheck() {}

    static List<String> problems(PluginManifest manifest, List<ComponentDescription> components) {
        List<String> problems = new ArrayList<>();
        Map<String, String> done = new TreeMap<>();
        for (ComponentDescription component : components) {
            if (!component.isJobHandler()) {
                continue;
            }
            String name = "The component " + component.name();
            if (component.job().isEmpty()) {
                problems.add(name + " is a JobHandler, but no @HandlesJob says which job it does");
            } else if (manifest.jobs().stream().noneMatch(job -> job.name().equals(component.job()))) {
                problems.add(
                        name + " does the job '" + component.job() + "', which the manifest does not list at jobs");
            } else if (done.putIfAbsent(component.job(), component.name()) != null) {
                problems.add(name + " does the job '" + component.job() + "', as " + done.get(component.job())
                        + " does: a job has one handler");
            }
        }
        return problems;
    }

    static List<FieldError> timeProblems(PluginManifest manifest, Schedules schedules) {
        List<FieldError> problems = new ArrayList<>();
        for (int i = 0; i < manifest.jobs().size(); i++) {
            String schedule = manifest.jobs().get(i).schedule();
            String problem = schedule == null ? null : schedules.problem(schedule);
            if (problem != null) {
                problems.add(new FieldError("/jobs/" + i + "/schedule", problem));
            }
            Duration timeout = manifest.jobs().get(i).timeout();
            if (timeout != null && (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0)) {
                problems.add(new FieldError("/jobs/" + i + "/timeout", "must lie between PT1S and PT24H"));
            }
        }
        return problems;
    }
}
