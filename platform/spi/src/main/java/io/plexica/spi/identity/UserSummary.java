package io.plexica.spi.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's user, as other rooms see one.
 *
 * @param id the same in the identity server, tables and events
 * @param email the address the user signs in with, in lower case
 * @param firstName given name, when known
 * @param lastName family name, when known
 * @param status whether this person may come in
 */
public record UserSummary(
        UUID id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        UserStatus status) {}
