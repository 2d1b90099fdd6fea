package io.plexica.identity.internal.users;

import io.plexica.spi.web.Checks;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people are called and where they get mail.
 *
 * @param email the address, in lower case
 */
public record Profile(
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName) {

    public Profile {
        email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
        firstName = stripped(firstName);
        lastName = stripped(lastName);
    }

    /** Notes all that the platform or the identity server would refuse. */
    public Checks check(Checks checks) {
        return checks.email("/email", email).personName("/firstName", firstName).personName("/lastName", lastName);
    }

    /** The address of a profile that has been checked. */
    String address() {
        if (email == null) {
            throw new IllegalStateException("The profile was not checked");
        }
        return email;
    }

    private static @Nullable String stripped(@Nullable String name) {
        return name == null ? null : name.strip();
    }
}
