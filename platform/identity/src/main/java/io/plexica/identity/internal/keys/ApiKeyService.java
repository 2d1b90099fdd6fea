package io.plexica.identity.internal.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.ApiKeyId;
import io.plexica.identity.internal.AuditedChanges;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.keys.ApiKey.Secrets;
import io.plexica.identity.internal.keys.ApiKeyBodies.Draft;
import io.plexica.identity.internal.keys.ApiKeyChecks.Wanted;
import io.plexica.identity.internal.tokens.Revocations;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.web.IfMatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The API keys of tenants and, where the tenant is null, of the platform. Nobody gives a key what they do not have, nor gets
 * hold of one that can do more than they can.
 */
@Component(service = ApiKeyService.class)
public final class ApiKeyService {

    /**
     * A key with a new secret.
     *
     * @param text what is shown once
     */
    public record Made(ApiKey key, ApiKeyText text) {}

    /** What super admins have in every tenant. */
    private static final String OPERATORS = "core:*";

    private static final String TYPE = "api-key";
    private static final String CREATED = "core.api-key.created";
    private static final String REVOKED = "core.api-key.revoked";
    private static final long LONGEST_OVERLAP = 604_800;
    private static final Map<String, String> ORDER = Map.of(
            "name", "lower(name)",
            "createdAt", "created_at",
            "updatedAt", "updated_at",
            "expiresAt", "expires_at",
            "lastUsedAt", "last_used_at");

    private final Database database;
    private final Authorization authorization;
    private final AuditLog audit;
    private final AuditedChanges attempts;
    private final Revocations revocations;
    private final IdentitySettings settings;

    @Activate
    public ApiKeyService(
            @Reference Database database,
            @Reference Authorization authorization,
            @Reference AuditLog audit,
            @Reference Revocations revocations,
            @Reference IdentitySettings settings,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.database = database;
        this.authorization = authorization;
        this.audit = audit;
        this.attempts = new AuditedChanges(audit, TYPE);
        this.revocations = revocations;
        this.settings = settings;
    }

    /** A page of a tenant's keys. */
    public Page<ApiKeyBodies.Shown> list(@Nullable String tenant, PageQuery paging) {
        String order = paging.orderBy(ORDER, "lower(name)");
        return database.core(connection -> new Page<>(
                        ApiKeyRows.list(connection, tenant, paging.text(), order, paging.size(), paging.offset()),
                        paging.page(),
                        paging.size(),
                        ApiKeyRows.count(connection, tenant, paging.text())))
                .map(ApiKeyBodies.Shown::of);
    }

    /** One of a tenant's keys. */
    ApiKey get(@Nullable String tenant, UUID id) {
        return database.core(connection -> ApiKeyRows.find(connection, id))
                .filter(key -> Objects.equals(key.tenant(), tenant))
                .orElseThrow(ApiKeyService::unknown);
    }

    /** Makes a key. Its secret is in the answer and nowhere else. */
    public Made create(@Nullable String tenant, @Nullable Draft draft) {
        Draft given = draft == null ? new Draft(null, null, null) : draft;
        return attempts.make(tenant, CREATED, String.valueOf(given.name()), () -> {
            Principal creator = person();
            Wanted wanted = ApiKeyChecks.wanted(given, tenant, Instant.now());
            demandMayGive(tenant, wanted.permissions());
            ApiKeyText text = ApiKeyText.fresh(ApiKeyId.fresh());
            return database.together(() -> {
                demandRoom(tenant);
                ApiKey stored =
                        store(connection -> ApiKeyRows.insert(connection, draft(tenant, wanted, text, creator)));
                audit.record(tenant, CREATED, TYPE, text.id().toString(), null, stored.described());
                return new Made(stored, text);
            });
        });
    }

    /** Changes name, permissions or expiry by a merge patch. */
    ApiKey edit(@Nullable String tenant, UUID id, @Nullable JsonNode patch, IfMatch condition) {
        return change(tenant, id, condition, "core.api-key.changed", key -> {
            Wanted wanted = ApiKeyChecks.patched(key, patch, Instant.now());
            demandMayGive(tenant, wanted.permissions());
            return with(key, wanted, key.secrets());
        });
    }

    /**
     * Gives a key a new secret.
     *
     * @param overlapSeconds how long the old one stays good; null for not at all
     */
    public Made rotate(@Nullable String tenant, UUID id, @Nullable Long overlapSeconds, IfMatch condition) {
        long overlap = overlapSeconds == null ? 0 : overlapSeconds;
        if (overlap < 0 || overlap > LONGEST_OVERLAP) {
            throw PlexicaException.validation(
                    new FieldError("/overlapSeconds", "must be a number from 0 to " + LONGEST_OVERLAP));
        }
        ApiKeyText text = ApiKeyText.fresh(id);
        ApiKey changed = change(tenant, id, condition, "core.api-key.rotated", key -> {
            demandMayGive(tenant, key.permissions());
            byte[] old = overlap == 0 ? null : key.secrets().hash();
            Instant until = overlap == 0 ? null : Instant.now().plusSeconds(overlap);
            Wanted same = new Wanted(key.name(), key.permissions(), key.expiresAt());
            return with(key, same, new Secrets(text.hash(), old, until));
        });
        return new Made(changed, text);
    }

    /** Ends a key, everywhere within a second. */
    public void revoke(@Nullable String tenant, UUID id, IfMatch condition) {
        attempts.make(
                tenant,
                REVOKED,
                id.toString(),
                () -> database.together(() -> {
                    ApiKey key = locked(tenant, id);
                    condition.require(key.version());
                    database.core(connection -> ApiKeyRows.delete(connection, id));
                    revocations.endKey(id);
                    audit.record(tenant, REVOKED, TYPE, id.toString(), key.described(), null);
                    return id;
                }));
    }

    /** Whether somebody who acts is an API key. */
    public boolean isKey(Principal actor) {
        return ApiKeyId.is(actor.id())
                && database.core(connection -> ApiKeyRows.find(connection, actor.id()))
                        .isPresent();
    }

    private ApiKey locked(@Nullable String tenant, UUID id) {
        return database.core(connection -> ApiKeyRows.lock(connection, tenant, id))
                .orElseThrow(ApiKeyService::unknown);
    }

    private ApiKey change(
            @Nullable String tenant, UUID id, IfMatch condition, String action, UnaryOperator<ApiKey> work) {
        return attempts.make(tenant, action, id.toString(), () -> {
            person();
            return database.together(() -> {
                ApiKey before = locked(tenant, id);
                condition.require(before.version());
                ApiKey wanted = work.apply(before);
                ApiKey after = store(connection -> ApiKeyRows.update(connection, wanted));
                revocations.endKey(id);
                audit.record(tenant, action, TYPE, id.toString(), before.described(), after.described());
                return after;
            });
        });
    }

    private ApiKey store(SqlWork<ApiKey> work) {
        try {
            return database.core(work);
        } catch (DatabaseException e) {
            if (e.isUniqueViolation()) {
                throw PlexicaException.conflict("name-taken", "There is an API key by this name; choose another");
            }
            throw e;
        }
    }

    private void demandRoom(@Nullable String tenant) {
        long present = database.core(connection -> ApiKeyRows.countForMore(connection, tenant));
        if (present >= settings.apiKeysMax()) {
            throw PlexicaException.conflict(
                    "too-many", "There are " + present + " API keys, and no more are possible; revoke one first");
        }
    }

    /** Operators may make anybody anything, but a key is in their own hands, and plugins' data is not theirs. */
    private void demandMayGive(@Nullable String tenant, Set<String> permissions) {
        Principal who = person();
        if (tenant != null && who.superAdmin() && !who.id().equals(Principal.SYSTEM.id())) {
            Set<String> foreign = PermissionKeys.lacking(Set.of(OPERATORS), permissions);
            if (!foreign.isEmpty()) {
                throw new PlexicaException(
                                ErrorCode.PERMISSION_DENIED,
                                "In a tenant a super admin has " + OPERATORS + " and gives its keys no more, so not "
                                        + String.join(", ", foreign) + ": ask an admin of the tenant")
                        .with("requiredPermissions", List.copyOf(foreign));
            }
        }
        authorization.requireMayGrant(permissions);
    }

    /** A key that could make keys would outlive its own end. */
    private Principal person() {
        Principal who = Contexts.require().principal();
        if (who == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Sign in to work with API keys");
        }
        if (isKey(who)) {
            throw new PlexicaException(
                    ErrorCode.PERMISSION_DENIED, "An API key may not make, change or rotate keys; a person must do it");
        }
        return who;
    }

    private static PlexicaException unknown() {
        return PlexicaException.notFound("There is no such API key; see the list of keys");
    }

    private static ApiKey draft(@Nullable String tenant, Wanted wanted, ApiKeyText text, Principal creator) {
        Instant now = Instant.now();
        return new ApiKey(
                text.id(),
                tenant,
                wanted.name(),
                wanted.permissions(),
                new Secrets(text.hash(), null, null),
                wanted.expiresAt(),
                null,
                creator.id(),
                creator.email(),
                1,
                now,
                now);
    }

    private static ApiKey with(ApiKey key, Wanted wanted, Secrets secrets) {
        return new ApiKey(
                key.id(),
                key.tenant(),
                wanted.name(),
                wanted.permissions(),
                secrets,
                wanted.expiresAt(),
                key.lastUsedAt(),
                key.createdBy(),
                key.createdByEmail(),
                key.version(),
                key.createdAt(),
                key.updatedAt());
    }
}
