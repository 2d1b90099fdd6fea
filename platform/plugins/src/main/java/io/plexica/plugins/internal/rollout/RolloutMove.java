package io.plexica.plugins.internal.rollout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.spi.plugins.PluginRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that a rollout has moved and that is still watched.
 *
 * @param tenant the tenant
 * @param plugin the plugin
 * @param from the version that it came from
 * @param to the version that it was moved to
 * @param movedAt when
 * @param until how long it is watched
 * @param backReason why it goes back; null while nothing speaks against the version
 * @param backFailure why it has not gone back yet; null while that was not tried, or nothing stood in the way
 * @param rollout whose move it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolloutMove(
        String tenant,
        String plugin,
        String from,
        String to,
        Instant movedAt,
        Instant until,
        @Nullable String backReason,
        @Nullable String backFailure,
        @JsonIgnore UUID rollout) {

    /** What the installation says once it is back. */
    static String takenBack(PluginRef target, String reason) {
        return "The rollout of " + target.version() + " was taken back: " + reason;
    }

    /** The version that it came from. */
    @JsonIgnore
    PluginRef before() {
        return new PluginRef(plugin, from);
    }

    /** The version that it was moved to. */
    @JsonIgnore
    PluginRef target() {
        return new PluginRef(plugin, to);
    }
}
