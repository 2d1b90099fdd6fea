package io.plexica.plugins.internal.rollout;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.MoveOrigin;
import io.plexica.plugins.internal.rollout.RolloutReport.Failure;
import io.plexica.plugins.internal.rollout.RolloutReport.Outcome;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One rollout on its way. For one thread. */
final class RolloutRun {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutRun.class);

    /** As many tenants in a row that cannot be moved say that the version is at fault, not the tenants. */
    private static final int FAILURES_IN_A_ROW = 3;

    private static final String REPLACED =
            "somebody else took its place, since this node was not heard of for a minute";

    private final Rollout rollout;
    private final TenantPlugins plugins;
    private final RolloutClaims claims;
    private final RolloutMoves watched;
    private final ErrorWatch errors;
    private final Duration watch;
    private final Duration guard;
    private final RolloutProgress progress;
    private final Deque<Move> moves = new ArrayDeque<>();
    private final List<String> unchanged = new ArrayList<>();
    private final List<Failure> failed = new ArrayList<>();
    private final List<String> movedBack = new ArrayList<>();
    private int done;
    private int failuresInARow;
    private boolean replaced;
    private @Nullable Cancellation cancellation;

    RolloutRun(
            Rollout rollout,
            TenantPlugins plugins,
            RolloutClaims claims,
            RolloutMoves watched,
            ErrorWatch errors,
            Duration watch,
            Duration guard,
            RolloutProgress progress) {
        this.rollout = rollout;
        this.plugins = plugins;
        this.claims = claims;
        this.watched = watched;
        this.errors = errors;
        this.watch = watch;
        this.guard = guard;
        this.progress = progress;
    }

    RolloutReport run() {
        String objection = moveAll().orElse(null);
        Optional<Cancellation> last = heard(() -> Patience.USUAL.ask(() -> claims.close(rollout.id())));
        if (objection == null) {
            cancellation = last.orElse(cancellation);
            objection = cancellation == null ? null : cancellation.reason();
        }
        boolean kept = cancellation != null && cancellation.keep();
        if (objection != null) {
            LOG.warn("The rollout of {} is stopped: {}", rollout.target(), objection);
        }
        if (objection != null && !replaced && !kept) {
            if (isReplaced()) {
                objection += "; nobody is moved back: " + REPLACED;
            } else {
                moveBack(objection);
            }
        }
        return new RolloutReport(
                rollout.target().id(),
                rollout.target().version(),
                objection == null ? Outcome.COMPLETED : Outcome.STOPPED,
                moves.stream().map(move -> move.tenant().slug()).toList(),
                unchanged,
                failed,
                movedBack,
                objection,
                moves.isEmpty() || guard.isZero() ? null : Instant.now().plus(guard));
    }

    /** Moves the tenants; what it returns is why the rest are not moved. */
    private Optional<String> moveAll() {
        for (Tenant tenant : rollout.tenants()) {
            Optional<String> cancelled = cancelled();
            if (cancelled.isPresent()) {
                return cancelled;
            }
            boolean first = moves.isEmpty();
            move(tenant);
            if (replaced) {
                return Optional.of(REPLACED);
            }
            if (failuresInARow == FAILURES_IN_A_ROW) {
                return Optional.of(FAILURES_IN_A_ROW + " tenants in a row could not be moved, the last since "
                        + failed.get(failed.size() - 1).reason());
            }
            boolean canary = first && !moves.isEmpty();
            Optional<String> objection =
                    (canary ? watch() : errors.verdict()).or(() -> heard(() -> watched.objection(rollout.target())));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return moves.size() > 1 ? watch() : errors.verdict();
    }

    /** Whoever has taken its place decides where the tenants go. */
    private boolean isReplaced() {
        return heard(() -> Optional.of(!Patience.USUAL.ask(() -> claims.seen(rollout.id()))))
                .orElse(false);
    }

    private Optional<String> watch() {
        return errors.watch(watch, () -> cancelled().isPresent());
    }

    /** Why the rollout is to end, where somebody wants that. */
    private Optional<String> cancelled() {
        if (cancellation == null) {
            cancellation = heard(() -> claims.cancelled(rollout.id())).orElse(null);
        }
        return Optional.ofNullable(cancellation).map(Cancellation::reason);
    }

    /** What the database says; as long as it says nothing, nobody objects to anything, for a rollout outlives that. */
    private <T> Optional<T> heard(Supplier<Optional<T>> ask) {
        try {
            return ask.get();
        } catch (PlexicaException e) {
            if (e.code() != ErrorCode.UNAVAILABLE) {
                throw e;
            }
            LOG.debug("Nobody can say at the moment whether the rollout of {} is to end", rollout.target(), e);
            return Optional.empty();
        }
    }

    private void move(Tenant tenant) {
        String sentence;
        try {
            replaced = !Patience.USUAL.ask(() -> claims.seen(rollout.id()));
            if (replaced) {
                return;
            }
            Installation before = plugins.get(tenant, rollout.target().id());
            if (before.plugin().equals(rollout.target())) {
                unchanged.add(tenant.slug());
                sentence = "was on it already";
            } else {
                errors.add(tenant.slug());
                plugins.rollOut(tenant, rollout.target(), MoveOrigin.rollout(rollout.id(), guard));
                moves.addLast(new Move(tenant, before.plugin()));
                sentence = "is moved from " + before.plugin().version();
            }
            failuresInARow = 0;
        } catch (PlexicaException e) {
            failed.add(new Failure(tenant.slug(), e.detail()));
            failuresInARow++;
            sentence = "failed: " + e.detail();
        }
        done++;
        progress.done(done, rollout.tenants().size(), tenant.slug(), sentence);
    }

    private void moveBack(String objection) {
        MoveOrigin back = MoveOrigin.back(rollout.id(), RolloutMove.takenBack(rollout.target(), objection));
        List<Move> stuck = new ArrayList<>();
        while (!moves.isEmpty()) {
            Move move = moves.removeLast();
            String slug = move.tenant().slug();
            String sentence;
            try {
                plugins.moveBack(move.tenant(), move.from(), back);
                movedBack.add(slug);
                sentence = "is moved back to " + move.from().version();
            } catch (PlexicaException e) {
                if (!e.detail().startsWith(MoveOrigin.MOVED_ON)) {
                    stuck.add(0, move);
                }
                failed.add(new Failure(
                        slug, "could not be moved back to " + move.from().version() + ": " + e.detail()));
                sentence = "could not be moved back: " + e.detail();
            }
            progress.done(done, rollout.tenants().size(), slug, sentence);
        }
        moves.addAll(stuck);
    }

    /** A tenant that was moved, and from where. */
    private record Move(Tenant tenant, PluginRef from) {}
}
