package io.plexica.spi.context;

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
        boolean superAdmin) {}
