package io.plexica.api.context;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as a plugin sees one.
 *
 * @param id stable identifier, the same in tokens, tables and events
 * @param email the address the user signs in with
 * @param firstName given name, when known
 * @param lastName family name, when known
 * @param superAdmin whether this is an operator of the platform acting in the tenant
 */
public record UserInfo(
        UUID id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        boolean superAdmin) {}
