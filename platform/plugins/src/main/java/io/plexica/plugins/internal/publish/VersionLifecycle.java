package io.plexica.plugins.internal.publish;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.runtime.Quarantine;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.store.VersionState;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.IfMatch;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves versions through their states. The state and its audit row commit together; this node follows before a call
 * returns, the others as soon as they hear of it. Safe for all threads.
 */
@Component(service = {VersionLifecycle.class, Quarantine.class})
public final class VersionLifecycle implements Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(VersionLifecycle.class);
    private static final String QUARANTINED = "core.plugin.quarantined";

    private final VersionStore versions;
    private final Convergence convergence;
    private final Routes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public VersionLifecycle(
            @Reference VersionStore versions,
            @Reference Convergence convergence,
            @Reference Routes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.versions = versions;
        this.convergence = convergence;
        this.routes = routes;
        this.database = database;
        this.audit = audit;
    }

    /**
     * Advises against a version.
     *
     * @param replacement what to take instead; null for nothing in particular
     * @param endOfLife from when on nobody should be on it; null for no such day
     * @throws PlexicaException {@code validation-failed} as {@link #adviceProblems} says; {@code plugin-not-found};
     *     {@code conflict} where the version cannot go there from its state;
     *     {@code precondition-failed}
     */
    public StoredVersion deprecate(
            PluginRef ref, @Nullable String replacement, @Nullable LocalDate endOfLife, IfMatch condition) {
        List<FieldError> problems = adviceProblems(ref, replacement, endOfLife);
        if (!problems.isEmpty()) {
            throw PlexicaException.validation(problems);
        }
        return move(ref, "core.plugin.deprecated", condition, state -> state.deprecated(replacement, endOfLife));
    }

    /** What is wrong with what is advised instead of a version, and with the day of its end; null where nothing is said. */
    public List<FieldError> adviceProblems(PluginRef ref, @Nullable String replacement, @Nullable LocalDate endOfLife) {
        List<FieldError> problems = new ArrayList<>();
        if (replacement != null) {
            ReplacementAdvice.problem(ref, replacement, versions.all())
                    .ifPresent(problem -> problems.add(new FieldError("/replacement", problem)));
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (endOfLife != null && endOfLife.isBefore(today)) {
            problems.add(new FieldError("/endOfLife", "must not be a day that has gone by; today is " + today));
        }
        return problems;
    }

    /** Gives a version to nobody any more; those who have it keep it. Throws as {@link #deprecate} does. */
    public StoredVersion retire(PluginRef ref, IfMatch condition) {
        return move(ref, "core.plugin.retired", condition, VersionState::retired);
    }

    /** Stops a version for all: calls are refused when this returns, and those in flight may end. */
    public StoredVersion quarantine(PluginRef ref, @Nullable String reason, IfMatch condition) {
        return move(ref, QUARANTINED, condition, state -> state.quarantined(reason));
    }

    /** Takes back the last step. What was stopped is served again when this returns, if it can be started. */
    public StoredVersion release(PluginRef ref, IfMatch condition) {
        return move(ref, "core.plugin.released", condition, VersionState::released);
    }

    /**
     * Works for the platform itself, whoever's thread this is, and waits for nothing but the database: this node stops the
     * bundle when it hears of its own change, as the others do.
     */
    @Override
    public void quarantine(PluginRef plugin, String reason) {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            change(plugin, QUARANTINED, IfMatch.ANY, state -> state.quarantined(reason));
            LOG.error("{} is stopped for all tenants: {}", plugin, reason);
        }
    }

    private StoredVersion move(PluginRef ref, String action, IfMatch condition, UnaryOperator<VersionState> step) {
        StoredVersion after = change(ref, action, condition, step);
        convergence.follow(ref);
        return after;
    }

    private StoredVersion change(PluginRef ref, String action, IfMatch condition, UnaryOperator<VersionState> step) {
        StoredVersion after;
        try {
            after = Transactions.alone(database, () -> record(ref, action, condition, step));
        } catch (PlexicaException e) {
            audit.recordFailure(null, action, "plugin", ref.toString(), e.detail());
            throw e;
        }
        if (after.state().isQuarantined()) {
            // At once, not when the worker comes to it; that looks again at what is stored by then.
            routes.stop(ref, after.state().reason());
        }
        return after;
    }

    private StoredVersion record(PluginRef ref, String action, IfMatch condition, UnaryOperator<VersionState> step) {
        boolean exists = versions.lock(ref);
        StoredVersion found = versions.find(ref).orElse(null);
        if (!exists || found == null) {
            throw new PlexicaException(
                            ErrorCode.PLUGIN_NOT_FOUND,
                            "There is no version " + ref.version() + " of the plugin " + ref.id())
                    .with("plugin", ref.id());
        }
        condition.require(found.state().revision());
        VersionState wanted = step.apply(found.state());
        if (wanted.equals(found.state())) {
            return found;
        }
        versions.change(ref, wanted);
        audit.record(null, action, "plugin", ref.toString(), found.state().audited(), wanted.audited());
        return versions.find(ref).orElseThrow();
    }
}
