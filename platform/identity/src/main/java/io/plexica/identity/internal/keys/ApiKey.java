package io.plexica.identity.internal.keys;

import io.plexica.spi.identity.Principal;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a machine comes in. It belongs to its tenant, not to whoever made it.
 *
 * @param tenant slug of the tenant; null for the platform's own
 * @param permissions keys and patterns of what it may do
 * @param secrets what is kept of its secrets
 * @param expiresAt from when it is dead; null for never
 * @param lastUsedAt when it was used, give or take some minutes; null for never
 */
public record ApiKey(
        UUID id,
        @Nullable String tenant,
        String name,
        Set<String> permissions,
        Secrets secrets,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        UUID createdBy,
        String createdByEmail,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Hashes of the secret, and of the one before as long as that is still good. Never shows what it holds.
     *
     * @param before null when there is none
     * @param beforeUntil until when the one before is good; null when there is none
     */
    public record Secrets(
            byte[] hash, byte @Nullable [] before, @Nullable Instant beforeUntil) {

        /** Whether a hash is that of a good secret. Takes as long for a wrong one. */
        boolean match(byte[] presented, Instant now) {
            boolean matches = MessageDigest.isEqual(hash, presented);
            boolean matchesBefore = before != null && MessageDigest.isEqual(before, presented);
            return matches || matchesBefore && beforeUntil != null && now.isBefore(beforeUntil);
        }

        @Override
        public String toString() {
            return "Secrets";
        }
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** The machine as somebody who acts. */
    Principal principal() {
        return new Principal(id, "api-key:" + name, name, null, false);
    }

    /** What the audit log tells of it. */
    Map<String, Object> described() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        told.put("permissions", new TreeSet<>(permissions));
        told.put("expiresAt", expiresAt == null ? null : expiresAt.toString());
        return told;
    }
}
