package io.plexica.identity.internal;

import java.util.UUID;

/** The ids of API keys: of a version of UUIDs that no identity server gives to people, so that nobody can be taken for one. */
public final class ApiKeyId {

    private static final int VERSION = 8;

    private ApiKeyId() {}

    /** A random id. */
    public static UUID fresh() {
        UUID random = UUID.randomUUID();
        long versioned = (random.getMostSignificantBits() & ~0xF000L) | (VERSION << 12);
        return new UUID(versioned, random.getLeastSignificantBits());
    }

    /** Whether an id is that of an API key. */
    public static boolean is(UUID id) {
        return id.version() == VERSION;
    }
}
