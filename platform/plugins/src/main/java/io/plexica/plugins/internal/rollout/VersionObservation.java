package io.plexica.plugins.internal.rollout;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginCalls.Counts;
import java.util.List;
import java.util.Optional;

/** What one node sees of a version in the tenants that were moved to it. For one thread. */
final class VersionObservation {

    /** So often in a row a version must say that it is not well: one answer may be bad luck. */
    static final int UNWELL = 3;

    private final CallCounts counts;
    private int next;
    private int unwell;

    VersionObservation(CallCounts counts) {
        this.counts = counts;
    }

    /**
     * What speaks against the version.
     *
     * @param moves tenants that are on it
     * @param health asks the version how it is in a tenant
     */
    Optional<String> look(List<RolloutMove> moves, Health health) {
        Counts before = new Counts(0, 0);
        Counts since = new Counts(0, 0);
        for (RolloutMove move : moves) {
            since = RolloutJudgement.sum(since, counts.sinceArrival(move.target(), move.tenant()));
            before = RolloutJudgement.sum(before, counts.of(move.before(), move.tenant()));
        }
        Optional<String> errors = RolloutJudgement.of(before, since);
        return errors.isPresent() ? errors : ask(moves, health);
    }

    /** One tenant at a time, so that many cost no more; one that is not well is asked again. */
    private Optional<String> ask(List<RolloutMove> moves, Health health) {
        String tenant = moves.get(Math.floorMod(next, moves.size())).tenant();
        try {
            health.demand(tenant);
            unwell = 0;
            next++;
            return Optional.empty();
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                return Optional.empty();
            }
            unwell++;
            return unwell < UNWELL
                    ? Optional.empty()
                    : Optional.of("it was not well in " + tenant + " " + unwell + " times in a row: " + e.detail());
        }
    }

    /** Asks a version how it is. */
    @FunctionalInterface
    interface Health {

        /**
         * Asks in a tenant.
         *
         * @throws PlexicaException why it is not well
         */
        void demand(String tenantSlug);
    }
}
