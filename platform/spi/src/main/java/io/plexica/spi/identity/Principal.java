package io.plexica.spi.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who proved who they are.
 *
 * @param id the user's id, the same in the identity server, tables and events
 * @param email the address the user signs in with
 * @param firstName given name, when known
 * @param lastName family name, when known
 * @param superAdmin whether this is an operator from the realm {@code plexica}
 */
public record Principal(
        UUID id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        boolean superAdmin) {

    /** Who counts as the doer of a command that came from no token, such as one in the shell. */
    public static final Principal SYSTEM = new Principal(new UUID(0, 0), "system", null, null, true);
}
