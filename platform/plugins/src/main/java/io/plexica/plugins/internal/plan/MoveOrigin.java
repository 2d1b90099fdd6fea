package io.plexica.plugins.internal.plan;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who moves a tenant to another version, and why, where that is not its people.
 *
 * @param back whether the tenant goes back to where it came from: its tables may be newer than the target then
 * @param rollout the rollout that moves the tenant, or on the way back the one whose move is taken back, if the tenant is still
 *     where that left it; null for none
 * @param guard how long the tenant is watched afterwards; zero for not at all
 * @param reason what the installation says of it; null for nothing
 */
public record MoveOrigin(
        boolean back,
        @Nullable UUID rollout,
        Duration guard,
        @Nullable String reason) {

    /** The word before a refusal to take back a move that somebody has gone on from. */
    public static final String MOVED_ON = "moved-on";

    /** What people want. */
    static final MoveOrigin ORDINARY = new MoveOrigin(false, null, Duration.ZERO, null);

    /** A rollout moves a tenant on. */
    public static MoveOrigin rollout(UUID rollout, Duration guard) {
        return new MoveOrigin(false, rollout, guard, null);
    }

    /** A tenant goes back. */
    public static MoveOrigin back(@Nullable UUID rollout, @Nullable String reason) {
        return new MoveOrigin(true, rollout, Duration.ZERO, reason);
    }
}
