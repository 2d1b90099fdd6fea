package io.plexica.authorization.internal.check;

import java.util.Optional;
import java.util.UUID;

/** Reads ids as people send them. */
public final class Ids {

    private static final int LENGTH = 36;

    private Ids() {}

    /** The id that a text is; empty for anything else. */
    public static Optional<UUID> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
