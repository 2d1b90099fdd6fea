package io.plexica.plugins.internal.rollout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a rollout.
 *
 * @param moved tenants that are on the version because of it
 * @param unchanged tenants that were on it already
 * @param failed tenants that could not be moved, there or back, and why
 * @param movedBack tenants that were moved and are on the version again that they came from
 * @param stopped why it was stopped; absent when it went to its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolloutReport(
        String plugin,
        String version,
        Outcome outcome,
        List<String> moved,
        List<String> unchanged,
        List<Failure> failed,
        List<String> movedBack,
        @Nullable String stopped) {

    public RolloutReport {
        moved = List.copyOf(moved);
        unchanged = List.copyOf(unchanged);
        failed = List.copyOf(failed);
        movedBack = List.copyOf(movedBack);
    }

    /** In one sentence. */
    public String summary() {
        String counts = moved.size() + " moved, " + unchanged.size() + " there already, " + failed.size() + " failed";
        return stopped == null
                ? plugin + " " + version + ": " + counts
                : "The rollout of " + plugin + " " + version + " was stopped: " + stopped + " (" + counts + ", "
                        + movedBack.size() + " moved back)";
    }

    /** How it ended. */
    public enum Outcome {
        COMPLETED,
        STOPPED
    }

    /** A tenant that could not be moved, and why. */
    public record Failure(String tenant, String reason) {}
}
