package io.plexica.authorization.internal.check;

import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * May somebody do something?
 *
 * @param user who
 * @param permission the whole key
 * @param place where; null for outside any workspace
 * @param resource with what; null when that is not said
 * @param remoteAddress from where
 */
record CheckRequest(
        String tenantSlug,
        UUID user,
        String permission,
        @Nullable Membership place,
        @Nullable Map<String, ?> resource,
        @Nullable String remoteAddress) {

    /** The workspace's id; null for outside any. */
    @Nullable
    UUID workspace() {
        return place == null ? null : place.workspace().id();
    }
}
