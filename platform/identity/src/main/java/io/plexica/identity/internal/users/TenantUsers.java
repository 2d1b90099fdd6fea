package io.plexica.identity.internal.users;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.Users;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users, in the identity server first and then in the platform's tables, under the same id. */
@Component
public final class TenantUsers implements Users {

    /** The system role whose holders also administer the tenant's realm. */
    private static final String ADMIN = "admin";

    private final IdentityProvider provider;
    private final Authorization authorization;
    private final AuditLog audit;
    private final Database database;
    private final UserRows rows;

    @Activate
    public TenantUsers(
            @Reference IdentityProvider provider,
            @Reference Authorization authorization,
            @Reference AuditLog audit,
            @Reference Database database,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.provider = provider;
        this.authorization = authorization;
        this.audit = audit;
        this.database = database;
        this.rows = new UserRows(database);
    }

    @Override
    public UUID create(
            String tenantSlug,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password,
            Set<String> roles) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        UUID id = provider.createUser(
                IdentityProvider.realm(tenantSlug), address, firstName, lastName, password, roles.contains(ADMIN));
        Principal user = new Principal(id, address, firstName, lastName, false);
        return together(() -> {
            boolean added = rows.add(tenantSlug, user);
            authorization.assignRoles(tenantSlug, id, roles);
            if (added) {
                audit.record(tenantSlug, "core.user.created", "user", id.toString(), null, described(user, roles));
            }
            return id;
        });
    }

    @Override
    public UUID createSuperAdmin(String email, String password) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        UUID id = provider.createUser(IdentityProvider.PLATFORM_REALM, address, null, null, password, false);
        Principal user = new Principal(id, address, null, null, true);
        return together(() -> {
            if (rows.add(null, user)) {
                audit.record(
                        null,
                        "core.super-admin.created",
                        "super-admin",
                        id.toString(),
                        null,
                        described(user, Set.of()));
            }
            return id;
        });
    }

    private <T> T together(Callable<T> work) {
        try {
            return database.unitOfWork(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The user could not be stored", e);
        }
    }

    private static Map<String, Object> described(Principal user, Set<String> roles) {
        return Map.of("email", user.email(), "roles", roles.stream().sorted().toList());
    }
}
