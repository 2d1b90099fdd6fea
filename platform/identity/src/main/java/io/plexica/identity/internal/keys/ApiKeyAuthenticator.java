package io.plexica.identity.internal.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.TokenRefusals;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Believes API keys. One in use costs a look-up in memory and one hash. Safe for all threads. */
@Component(service = ApiKeyAuthenticator.class)
public final class ApiKeyAuthenticator {

    private final ApiKeyMemory memory;
    private final ApiKeyUses uses;
    private final Tenants tenants;
    private final FailureCount failures;
    private final Clock clock;

    @Activate
    public ApiKeyAuthenticator(
            @Reference ApiKeyMemory memory,
            @Reference ApiKeyUses uses,
            @Reference Tenants tenants,
            @Reference IdentitySettings settings) {
        this(
                memory,
                uses,
                tenants,
                new FailureCount(settings.loginFailuresPerAddress(), Ticker.systemTicker()),
                Clock.systemUTC());
    }

    ApiKeyAuthenticator(ApiKeyMemory memory, ApiKeyUses uses, Tenants tenants, FailureCount failures, Clock clock) {
        this.memory = memory;
        this.uses = uses;
        this.tenants = tenants;
        this.failures = failures;
        this.clock = clock;
    }

    /** Whether a token is meant to be an API key. */
    public static boolean isApiKey(String token) {
        return token.startsWith(ApiKeyText.START);
    }

    /**
     * Which machine a key belongs to.
     *
     * @throws PlexicaException {@code unauthenticated}; {@code rate-limited} when too many wrong keys came from the address
     *     of the call; {@code unavailable} when it cannot be told
     */
    public Identity authenticate(String token) {
        ApiKeyText presented = ApiKeyText.parse(token).orElseThrow(() -> TokenRefusals.invalid("no API key"));
        ApiKey known = memory.remembered(presented.id());
        try {
            return identity(presented, known == null ? read(presented) : known);
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAUTHENTICATED) {
                failures.count(address());
            }
            throw e;
        }
    }

    private ApiKey read(ApiKeyText presented) {
        failures.demandFew(address());
        return memory.read(presented.id()).orElseThrow(() -> TokenRefusals.invalid("unknown API key"));
    }

    private Identity identity(ApiKeyText presented, ApiKey key) {
        Instant now = clock.instant();
        if (!key.secrets().match(presented.hash(), now) || key.isExpired(now)) {
            throw TokenRefusals.invalid("wrong, old or expired API key");
        }
        Tenant tenant = key.tenant() == null ? null : tenant(key.tenant());
        uses.note(key.id(), now);
        return new Identity(key.principal(), tenant, key.permissions());
    }

    /** A tenant that is not active is answered as it is. */
    private Tenant tenant(String slug) {
        return tenants.find(slug).orElseThrow(() -> TokenRefusals.invalid("the tenant is gone"));
    }

    private static @Nullable String address() {
        ExecutionContext context = Contexts.find();
        return context == null ? null : context.remoteAddress();
    }
}
