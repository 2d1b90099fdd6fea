package io.plexica.identity.internal.users;

import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.web.Checks;
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

    /** Somebody whose values have been looked at; refuses with all that is wrong. */
    public static NewPerson checked(Profile profile, @Nullable String password, Set<String> roles) {
        profile.check(new Checks()).password("/password", password).done();
        return new NewPerson(profile, password, roles, null);
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
