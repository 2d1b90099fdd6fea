package io.plexica.identity.internal.keys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link ApiKeyResource}. */
public final class ApiKeyBodies {

    private ApiKeyBodies() {}

    /** {@code POST /api-keys} */
    public record Draft(
            @Nullable String name,
            @Nullable List<@Nullable String> permissions,
            @Nullable Instant expiresAt) {}

    /** {@code POST /api-keys/{id}/rotate} */
    public record Rotation(@Nullable Long overlapSeconds) {}

    /** Who made a key. */
    public record Creator(UUID id, String email) {}

    /** A key without its secret. */
    public record Shown(
            UUID id,
            String name,
            String prefix,
            List<String> permissions,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant oldSecretUntil,
            Creator createdBy,
            Instant createdAt,
            Instant updatedAt) {

        static Shown of(ApiKey key) {
            return new Shown(
                    key.id(),
                    key.name(),
                    ApiKeyText.prefix(key.id()),
                    key.permissions().stream().sorted().toList(),
                    key.expiresAt(),
                    key.lastUsedAt(),
                    key.secrets().beforeUntil(),
                    new Creator(key.createdBy(), key.createdByEmail()),
                    key.createdAt(),
                    key.updatedAt());
        }
    }

    /**
     * A key with its secret, which is shown this once.
     *
     * @param key the whole key as its bearer sends it
     */
    public record Revealed(
            UUID id,
            String name,
            String key,
            String prefix,
            List<String> permissions,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant oldSecretUntil,
            Creator createdBy,
            Instant createdAt,
            Instant updatedAt) {

        /** The key just made, with its secret. */
        public static Revealed of(ApiKey made, ApiKeyText text) {
            Shown shown = Shown.of(made);
            return new Revealed(
                    shown.id(),
                    shown.name(),
                    text.whole(),
                    shown.prefix(),
                    shown.permissions(),
                    shown.expiresAt(),
                    shown.lastUsedAt(),
                    shown.oldSecretUntil(),
                    shown.createdBy(),
                    shown.createdAt(),
                    shown.updatedAt());
        }

        @Override
        public String toString() {
            return "Revealed[id=" + id + "]";
        }
    }
}
