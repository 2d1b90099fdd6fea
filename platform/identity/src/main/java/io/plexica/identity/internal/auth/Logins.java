package io.plexica.identity.internal.auth;

import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.FailureLimit;
import io.plexica.identity.internal.FailureLimit.Attempt;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.tokens.RefreshToken;
import io.plexica.identity.internal.users.UserMirror;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.IdentityProvider.Tokens;
import io.plexica.spi.identity.LoginListener;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in by name and password. Who is refused does not learn which of the two was wrong, nor what exists. */
@Component(service = Logins.class)
public final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    private final IdentityProvider provider;
    private final Tenants tenants;
    private final UserMirror users;
    private final AuditLog audit;
    private final Database database;
    private final FailureLimit perUser;
    private final FailureLimit perAddress;
    private final SignInQueue turns = new SignInQueue();
    private final SignInRetry secondTry = new SignInRetry(Ticker.systemTicker());
    private final List<LoginListener> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public Logins(
            @Reference IdentityProvider provider,
            @Reference Tenants tenants,
            @Reference UserMirror users,
            @Reference AuditLog audit,
            @Reference Database database,
            @Reference IdentitySettings settings) {
        this.provider = provider;
        this.tenants = tenants;
        this.users = users;
        this.audit = audit;
        this.database = database;
        this.perUser = new FailureLimit(settings.loginFailuresPerUser(), Ticker.systemTicker());
        this.perAddress = new FailureLimit(settings.loginFailuresPerAddress(), Ticker.systemTicker());
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(LoginListener listener) {
        listeners.add(listener);
    }

    void remove(LoginListener listener) {
        listeners.remove(listener);
    }

    /**
     * Signs somebody in.
     *
     * @param tenant a slug, or {@code plexica} for super admins
     * @param address where the call comes from; null when unknown
     */
    Tokens login(String tenant, String username, String password, @Nullable String address) {
        demandServed(tenants, tenant);
        String user = tenant + '\n' + username.toLowerCase(Locale.ROOT);
        try {
            Tokens tokens = turns.take(
                    user,
                    () -> limited(
                            perUser,
                            user,
                            () -> limited(
                                    perAddress,
                                    String.valueOf(address),
                                    () -> secondTry.take(user, () -> attempt(tenant, username, password)))));
            if (!tenant.equals(IdentityProvider.PLATFORM_REALM)) {
                listeners.forEach(listener -> tell(listener, tenant, username));
            }
            return tokens;
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAUTHENTICATED) {
                record(tenant, username);
            }
            throw e;
        }
    }

    /** A deployment of one tenant has no others, whether they exist or not. */
    static void demandServed(Tenants tenants, String tenant) {
        boolean served = tenant.equals(IdentityProvider.PLATFORM_REALM)
                || tenants.pinned().map(tenant::equals).orElse(true);
        if (!served) {
            throw new PlexicaException(ErrorCode.TENANT_MISMATCH, "Another tenant is served here; sign in to that one");
        }
    }

    /** Who hears of it does not spoil it. */
    private static void tell(LoginListener listener, String tenant, String username) {
        try {
            listener.signedIn(tenant, username);
        } catch (RuntimeException e) {
            LOG.warn("Somebody did not take it that a user signed in", e);
        }
    }

    private static Tokens limited(FailureLimit limit, String key, Supplier<Tokens> work) {
        Attempt attempt = limit.begin(key);
        boolean failed = false;
        try {
            return work.get();
        } catch (PlexicaException e) {
            failed = e.code() == ErrorCode.UNAUTHENTICATED;
            throw e;
        } finally {
            attempt.end(failed);
        }
    }

    private Tokens attempt(String tenant, String username, String password) {
        Optional<String> realm = openRealm(tenant);
        if (realm.isPresent()) {
            Tokens tokens = provider.login(realm.get(), username, password);
            demandWelcome(tenant, realm.get(), tokens);
            return tokens;
        }
        // As much work as for a wrong name in a realm that exists, so that the time tells nothing.
        provider.login(IdentityProvider.PLATFORM_REALM, UUID.randomUUID() + "@nobody.invalid", password);
        throw refused();
    }

    /** The platform's row says who may come in, also while the identity server has not been told of it yet. */
    private void demandWelcome(String tenant, String realm, Tokens tokens) {
        String slug = tenant.equals(IdentityProvider.PLATFORM_REALM) ? null : tenant;
        boolean shutOut = database.apart(() -> RefreshToken.parse(tokens.refreshToken())
                .flatMap(RefreshToken::user)
                .filter(user -> users.isShutOut(slug, user))
                .isPresent());
        if (!shutOut) {
            return;
        }
        try {
            provider.logout(realm, tokens.refreshToken());
        } catch (PlexicaException e) {
            LOG.warn("A sign-in that was refused goes on in the identity server until it expires: {}", e.detail());
        }
        throw refused();
    }

    private static PlexicaException refused() {
        return new PlexicaException(ErrorCode.UNAUTHENTICATED, "Wrong user name or password");
    }

    private Optional<String> openRealm(String tenant) {
        if (tenant.equals(IdentityProvider.PLATFORM_REALM)) {
            return Optional.of(tenant);
        }
        return tenants.find(tenant).filter(Tenant::isActive).map(Tenant::slug).map(IdentityProvider::realm);
    }

    private void record(String tenant, String username) {
        String known = tenants.find(tenant).map(Tenant::slug).orElse(null);
        audit.recordFailure(known, "core.auth.login", "user", username, "Wrong user name or password");
    }
}
