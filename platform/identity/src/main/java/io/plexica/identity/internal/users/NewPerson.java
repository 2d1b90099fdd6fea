package io.plexica.identity.internal.users;

import io.plexica.spi.identity.UserStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be created.
 *
 * @param password null for an invitation
 * @param roles by name; none for super admins
 * @param language of the invitation; null for the tenant's
 */
public record NewPerson(
        Profile profile,
        @Nullable String password,
        Set<String> roles,
        @Nullable String language) {

    public NewPerson {
        roles = Set.copyOf(roles);
    }

    /** Who sets a password later may not come in before. */
    UserStatus status() {
        return password == null ? UserStatus.INACTIVE : UserStatus.ACTIVE;
    }

    @Override
    public String toString() {
        return "NewPerson[" + profile.email() + "]";
    }
}
