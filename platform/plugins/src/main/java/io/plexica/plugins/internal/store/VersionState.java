package io.plexica.plugins.internal.store;

import io.plexica.api.problem.PlexicaException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a plugin version, and where it can go from there. Immutable.
 *
 * @param status where it is
 * @param before where it goes when it is released from quarantine; null while it is in none
 * @param replacement what to take instead; null when nobody said
 * @param endOfLife from when on nobody should be on it; null when nobody said
 * @param reason why it is quarantined; null when nobody said
 * @param revision counts the changes
 */
public record VersionState(
        VersionStatus status,
        @Nullable VersionStatus before,
        @Nullable String replacement,
        @Nullable LocalDate endOfLife,
        @Nullable String reason,
        long revision) {

    /** The state in which a version is published. */
    public static final VersionState PUBLISHED = new VersionState(VersionStatus.AVAILABLE, null, null, null, null, 1);

    /** Whether it is stopped for all. */
    public boolean isQuarantined() {
        return status == VersionStatus.QUARANTINED;
    }

    /**
     * Advises against it. Said again, it replaces what was advised before.
     *
     * @throws PlexicaException {@code conflict} from where that is no step forward
     */
    public VersionState deprecated(@Nullable String instead, @Nullable LocalDate end) {
        if (!status.isInstallable()) {
            throw wrong("deprecated");
        }
        return new VersionState(VersionStatus.DEPRECATED, null, instead, end, null, revision);
    }

    /**
     * Gives it to nobody any more.
     *
     * @throws PlexicaException {@code conflict} while it is quarantined
     */
    public VersionState retired() {
        if (isQuarantined()) {
            throw wrong("retired");
        }
        return new VersionState(VersionStatus.RETIRED, null, replacement, endOfLife, null, revision);
    }

    /** Stops it for all; one that is stopped already stays stopped for the reason that was given first. */
    public VersionState quarantined(@Nullable String why) {
        return isQuarantined()
                ? this
                : new VersionState(VersionStatus.QUARANTINED, status, replacement, endOfLife, why, revision);
    }

    /** Takes back the last step: what is quarantined is what it was before, everything else is AVAILABLE. */
    public VersionState released() {
        if (before != null) {
            return new VersionState(before, null, replacement, endOfLife, null, revision);
        }
        return new VersionState(VersionStatus.AVAILABLE, null, null, null, null, revision);
    }

    /** What the audit log keeps of it. */
    public Map<String, Object> audited() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("status", status.name());
        if (replacement != null) {
            members.put("replacement", replacement);
        }
        if (endOfLife != null) {
            members.put("endOfLife", endOfLife.toString());
        }
        if (reason != null) {
            members.put("reason", reason);
        }
        return members;
    }

    private PlexicaException wrong(String wish) {
        return PlexicaException.conflict(
                "version-status", "a version that is " + status + " cannot be " + wish + "; release it first");
    }
}
