package io.plexica.web.internal.support;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.TokenAuthenticator;
import io.plexica.spi.limits.RateLimiter;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.CallListener;
import io.plexica.web.internal.rooms.Rooms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The other rooms, as a test wants them. */
public final class FakeRooms implements Rooms, TokenAuthenticator, PluginRoutes {

    public final FakeDatabase database = new FakeDatabase();
    public final FakeAuthorization rights = new FakeAuthorization();
    public final FakeWorkspaces places = new FakeWorkspaces();
    public volatile @Nullable String pinned;
    public volatile boolean known = true;
    public volatile @Nullable RateLimiter limiter;
    public volatile @Nullable AuditLog audit;
    public final List<CallListener> callListeners = new CopyOnWriteArrayList<>();
    private volatile Database used = database;
    private final Tenants tenantsPart = Part.of(Tenants.class, this);
    private final Authorization rightsPart = Part.of(Authorization.class, rights);
    private final Workspaces placesPart = Part.of(Workspaces.class, places);

    private final Map<String, Identity> tokens = new ConcurrentHashMap<>();
    private final Map<String, Tenant> tenants = new ConcurrentHashMap<>();
    private final Map<String, PluginRef> newest = new ConcurrentHashMap<>();
    private final Map<String, Route> installed = new ConcurrentHashMap<>();
    private final Map<PluginRef, String> stopped = new ConcurrentHashMap<>();

    /** Stops a version for everybody. */
    public void stop(PluginRef plugin, String reason) {
        stopped.put(plugin, reason);
    }

    /** Lets a version be called again. */
    public void resume(PluginRef plugin) {
        stopped.remove(plugin);
    }

    @Override
    public @Nullable AuditLog audit() {
        return audit;
    }

    @Override
    public List<CallListener> callListeners() {
        return callListeners;
    }

    @Override
    public boolean areKnown() {
        return known;
    }

    @Override
    public @Nullable String stopped(PluginRef plugin) {
        return stopped.get(plugin);
    }

    public Tenant tenant(String slug, TenantStatus status) {
        Tenant tenant = new Tenant(UUID.randomUUID(), slug, slug, status, "free", Instant.EPOCH);
        tenants.put(slug, tenant);
        return tenant;
    }

    /** A user whose token is the e-mail address. */
    public void user(@Nullable Tenant tenant, String email, String role, String... keys) {
        Principal principal = new Principal(UUID.randomUUID(), email, null, null, tenant == null);
        tokens.put(email, new Identity(principal, tenant));
        rights.give(principal.id(), new FakeGrants(Set.of(role), Set.of(keys)));
    }

    /** A machine whose token is its name. */
    public void machine(@Nullable Tenant tenant, String name, String... scope) {
        Principal principal = new Principal(UUID.randomUUID(), name, null, null, false);
        tokens.put(name, new Identity(principal, tenant, Set.of(scope)));
    }

    /** From now on a token is dead. */
    public void revoke(String token) {
        tokens.remove(token);
    }

    public Principal principal(String token) {
        return tokens.get(token).principal();
    }

    /** Works on a real database from now on. */
    public void use(Database real) {
        used = real;
    }

    public void available(PluginRef plugin) {
        newest.put(plugin.id(), plugin);
    }

    public void install(String slug, PluginRef plugin, boolean enabled) {
        installed.put(slug + "/" + plugin.id(), new Route(plugin, enabled, true));
    }

    /** A plugin that is enabled but in one workspace. */
    public void installBut(String slug, PluginRef plugin, UUID workspace) {
        installed.put(slug + "/" + plugin.id(), new Route(plugin, true, true, Set.of(workspace)));
    }

    @Override
    public Identity authenticate(String token) {
        Identity identity = tokens.get(token);
        if (identity == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "The token is not valid");
        }
        return identity;
    }

    public Optional<Tenant> find(String slug) {
        return Optional.ofNullable(tenants.get(slug));
    }

    public Optional<String> pinned() {
        return Optional.ofNullable(pinned);
    }

    @Override
    public @Nullable Route find(String pluginId, @Nullable String tenantSlug) {
        Route route = installed.get(tenantSlug + "/" + pluginId);
        if (route != null) {
            return route;
        }
        PluginRef available = newest.get(pluginId);
        return available == null ? null : new Route(available, false);
    }

    @Override
    public List<PluginRef> enabled(String tenantSlug) {
        return installed.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(tenantSlug + "/"))
                .map(Map.Entry::getValue)
                .filter(Route::enabled)
                .map(Route::plugin)
                .toList();
    }

    @Override
    public @Nullable RateLimiter limiter() {
        return limiter;
    }

    @Override
    public TokenAuthenticator tokens() {
        return this;
    }

    @Override
    public Tenants tenants() {
        return tenantsPart;
    }

    @Override
    public Authorization authorization() {
        return rightsPart;
    }

    @Override
    public Workspaces workspaces() {
        return placesPart;
    }

    @Override
    public PluginRoutes routes() {
        return this;
    }

    @Override
    public void requireAnswers() {}

    @Override
    public Database database() {
        return used;
    }
}
