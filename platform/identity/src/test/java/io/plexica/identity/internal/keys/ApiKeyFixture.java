package io.plexica.identity.internal.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.identity.internal.Recorders;
import io.plexica.identity.internal.tokens.TestNode;
import io.plexica.identity.internal.tokens.TokenFixture;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** This room's side of API keys, with tenant {@code acme}. */
final class ApiKeyFixture implements AutoCloseable {

    static final int FAILURES = 3;

    final TokenFixture tokens = new TokenFixture(Map.of("apiKeysMax", 3));
    final Recorders.Audit audit = new Recorders.Audit();
    final ApiKeyMemory memory = new ApiKeyMemory(tokens.database, tokens.revocations);
    final ApiKeyUses uses = new ApiKeyUses(tokens.database, tokens.node.worker, TestNode.READY);
    final ApiKeyAuthenticator authenticator = new ApiKeyAuthenticator(
            memory, uses, tokens.tenants, new FailureCount(FAILURES, Ticker.systemTicker()), tokens.clock);
    final ApiKeyService service = new ApiKeyService(
            tokens.database, new Recorders.Roles(), audit, tokens.revocations, tokens.settings, TestNode.READY);

    ApiKeyFixture() throws Exception {
        tokens.database.core(connection -> {
            try (var delete = connection.createStatement()) {
                return delete.executeUpdate("DELETE FROM api_keys");
            }
        });
    }

    /** Does something as somebody of {@code acme} with these permissions. */
    <T> T as(Set<String> permissions, Supplier<T> work) {
        Principal ada = new Principal(UUID.randomUUID(), "ada@acme.test", "Ada", null, false);
        return as(ada, permissions, work);
    }

    <T> T as(Principal who, Set<String> permissions, Supplier<T> work) {
        ExecutionContext context = ExecutionContext.platform(Contexts.newTraceId())
                .inTenant(who.superAdmin() ? null : tokens.tenants.find("acme").orElseThrow())
                .as(who, new Held(permissions));
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.get();
        }
    }

    /** Does something in a call from an address. */
    <T> T from(String address, Supplier<T> work) {
        ExecutionContext nobody = ExecutionContext.platform(Contexts.newTraceId());
        ExecutionContext context = new ExecutionContext(
                nobody.traceId(), null, null, null, null, Grants.NONE, nobody.obligations(), null, address);
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.get();
        }
    }

    @Override
    public void close() {
        tokens.close();
    }

    private record Held(Set<String> keys) implements Grants {

        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public boolean covers(String key) {
            return keys.contains(key);
        }
    }
}
