package io.plexica.plugins.internal.rollout;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.api.problem.PlexicaException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a rollout.
 *
 * @param moved tenants that are on the version because of it
 * @param unchanged tenants that were on it already
 * @param failed tenants that could not be moved, there or back, and why
 * @param movedBack tenants that were moved and are on the version again that they came from
 * @param stopped why it was stopped; absent when it went to its end
 * @param watchedUntil until when the tenants that it moved are watched, and go back by themselves; absent when they are not
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
        @Nullable String stopped,
        @Nullable Instant watchedUntil) {

    public RolloutReport {
        moved = List.copyOf(moved);
        unchanged = List.copyOf(unchanged);
        failed = List.copyOf(failed);
        movedBack = List.copyOf(movedBack);
    }

    /** In one sentence. */
    public String summary() {
        String counts = moved.size() + " moved, " + unchanged.size() + " there already, " + failed.size() + " failed";
        if (stopped != null) {
            return "The rollout of " + plugin + " " + version + " was stopped: " + stopped + " (" + counts + ", "
                    + movedBack.size() + " moved back)";
        }
        String reason = movedNobody() ? ", the first since " + failed.get(0).reason() : "";
        return plugin + " " + version + ": " + counts + reason;
    }

    /** Why it is no success: it was stopped, or nobody could be moved. */
    public Optional<PlexicaException> failure() {
        return stopped == null && !movedNobody()
                ? Optional.empty()
                : Optional.of(
                        PlexicaException.conflict("rollout-stopped", summary()).with("plugin", plugin));
    }

    private boolean movedNobody() {
        return moved.isEmpty() && !failed.isEmpty();
    }

    /** How it ended. */
    public enum Outcome {
        COMPLETED,
        STOPPED
    }

    /** A tenant that could not be moved, and why. */
    public record Failure(String tenant, String reason) {}
}
