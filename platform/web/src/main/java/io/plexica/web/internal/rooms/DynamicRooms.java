package io.plexica.web.internal.rooms;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.TokenAuthenticator;
import io.plexica.spi.limits.RateLimiter;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.CallListener;
import io.plexica.web.internal.repeat.AnswerKeeper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The rooms as they come and go. None is demanded, so that callers get an answer, and probes the truth, from the first
 * second on.
 */
@Component(service = Rooms.class)
public final class DynamicRooms implements Rooms {

    private static final int RETRY_AFTER_SECONDS = 2;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable TokenAuthenticator tokens;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Tenants tenants;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Authorization authorization;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Workspaces workspaces;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AnswerKeeper answers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable PluginRoutes routes;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Database database;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable RateLimiter limiter;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AuditLog audit;

    private final List<CallListener> callListeners = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(CallListener listener) {
        callListeners.add(listener);
    }

    void remove(CallListener listener) {
        callListeners.remove(listener);
    }

    @Override
    public List<CallListener> callListeners() {
        return callListeners;
    }

    @Override
    public @Nullable RateLimiter limiter() {
        return limiter;
    }

    @Override
    public @Nullable AuditLog audit() {
        return audit;
    }

    @Override
    public TokenAuthenticator tokens() {
        return there(tokens, "identity");
    }

    @Override
    public Tenants tenants() {
        return there(tenants, "tenancy");
    }

    @Override
    public Authorization authorization() {
        return there(authorization, "authorization");
    }

    @Override
    public PluginRoutes routes() {
        return there(routes, "plugins");
    }

    @Override
    public Workspaces workspaces() {
        return there(workspaces, "workspaces");
    }

    @Override
    public void requireAnswers() {
        there(answers, "web");
    }

    @Override
    public Database database() {
        return there(database, "data");
    }

    @Override
    public @Nullable Database databaseIfThere() {
        return database;
    }

    private static <T> T there(@Nullable T room, String name) {
        if (room == null) {
            throw new PlexicaException(
                            ErrorCode.UNAVAILABLE,
                            "The platform is not complete: its part '" + name
                                    + "' is not there (yet). Try again in a few seconds")
                    .with("retryAfter", RETRY_AFTER_SECONDS);
        }
        return room;
    }
}
