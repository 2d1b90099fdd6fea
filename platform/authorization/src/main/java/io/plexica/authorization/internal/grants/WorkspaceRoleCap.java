package io.plexica.authorization.internal.grants;

import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a workspace role leaves of what somebody holds. Pure. */
final class WorkspaceRoleCap {

    /** All that a VIEWER may do. */
    static final List<String> READING = List.of("read", "list", "view", "export");

    private static final String ANY = ":*";

    private WorkspaceRoleCap() {}

    static Set<String> of(Set<String> keys, WorkspaceRole role) {
        return role == WorkspaceRole.VIEWER ? reading(keys) : keys;
    }

    private static Set<String> reading(Set<String> keys) {
        Set<String> left = new HashSet<>();
        for (String key : keys) {
            String whole = PermissionKeys.whole(key);
            if (whole.endsWith(ANY)) {
                String stem = whole.substring(0, whole.length() - 1);
                READING.forEach(action -> left.add(stem + action));
            } else if (READING.contains(whole.substring(whole.lastIndexOf(':') + 1))) {
                left.add(key);
            }
        }
        return left;
    }
}
