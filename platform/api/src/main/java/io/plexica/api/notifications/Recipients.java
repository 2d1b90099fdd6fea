package io.plexica.api.notifications;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Who is notified, always within the current tenant. */
@ProviderType
public sealed interface Recipients {

    /** One person. */
    static Recipients user(UUID id) {
        return new People(Set.of(id));
    }

    /** Some people. */
    static Recipients users(Collection<UUID> ids) {
        return new People(Set.copyOf(ids));
    }

    /** Those who hold a role themselves. */
    static Recipients role(String name) {
        return new Role(name);
    }

    /** Those to whom their roles, or those of their teams, give a permission, such as {@code crm:deals:approve}. */
    static Recipients permission(String key) {
        return new Permission(key);
    }

    /** The members of a workspace; of the default one, that is everybody in the tenant. */
    static Recipients workspace(UUID id) {
        return new Workspace(id);
    }

    /** People by their ids. */
    record People(Set<UUID> ids) implements Recipients {

        public People {
            ids = Set.copyOf(ids);
        }
    }

    /** People by a role. */
    record Role(String name) implements Recipients {}

    /** People by a permission. */
    record Permission(String key) implements Recipients {}

    /** People by a workspace. */
    record Workspace(UUID id) implements Recipients {}
}
