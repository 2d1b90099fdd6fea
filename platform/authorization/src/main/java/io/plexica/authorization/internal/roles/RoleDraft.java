package io.plexica.authorization.internal.roles;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.authorization.internal.body.Body;
import io.plexica.authorization.internal.store.Role;
import io.plexica.spi.authorization.PermissionKeys;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a role to be.
 *
 * @param permissions its keys and patterns, in order
 */
record RoleDraft(String name, @Nullable String description, List<String> permissions) {

    private static final String ADMIN = "admin";
    private static final Set<String> RESERVED = Set.of("super-admin");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int MOST_KEYS = 1_000;

    /**
     * Reads a body and finds all that is wrong with it.
     *
     * @param present the role as it is; null for a new one
     * @param known the keys that the tenant knows
     */
    static RoleDraft read(@Nullable JsonNode json, @Nullable Role present, Set<String> known) {
        Body body = Body.of(json, "name", "description", "permissions", "system", "id", "createdAt", "updatedAt");
        String name = body.text("name");
        String description = body.text("description");
        body.checks()
                .name("/name", name, present == null ? null : present.name())
                .text("/description", description, LONGEST_DESCRIPTION);
        if (name != null) {
            name(body, name, present);
        }
        List<String> permissions =
                present == null && !body.has("permissions") ? List.of() : permissions(body, present, known);
        body.unchanged("system", present != null && present.system());
        body.unchanged("id", present == null ? null : present.id());
        body.unchanged("createdAt", present == null ? null : present.createdAt());
        body.ignored("updatedAt", present != null);
        body.checks().done();
        return new RoleDraft(String.valueOf(name), description, permissions);
    }

    private static void name(Body body, String name, @Nullable Role present) {
        body.checks()
                .unless(
                        name.codePointCount(0, name.length()) <= LONGEST_NAME,
                        "/name",
                        "must have at most 100 characters")
                .unless(name.equals(name.strip()), "/name", "must not begin or end with blanks")
                .unless(
                        !RESERVED.contains(name.toLowerCase(Locale.ROOT)),
                        "/name",
                        "belongs to the platform's operators")
                .unless(
                        present == null || !present.system() || present.name().equals(name),
                        "/name",
                        "cannot be changed: every tenant has the role " + (present == null ? "" : present.name())
                                + " under this name");
    }

    private static List<String> permissions(Body body, @Nullable Role present, Set<String> known) {
        List<String> wanted = body.texts("permissions", MOST_KEYS);
        Collection<String> before = present == null ? List.of() : present.permissions();
        boolean admin = present != null && present.system() && present.name().equals(ADMIN);
        for (int i = 0; i < wanted.size(); i++) {
            String pointer = "/permissions/" + i;
            String key = wanted.get(i);
            if (!PermissionKeys.isPattern(key)) {
                body.checks()
                        .wrong(
                                pointer,
                                "must be a key such as crm:contacts:read, where * may stand for whole segments");
            } else if (PermissionKeys.isEverything(key)) {
                body.checks()
                        .unless(
                                admin && key.equals("*"),
                                pointer,
                                "gives everything, which only the role admin may: name a plugin, as in crm:*");
            } else if (!before.contains(key)) {
                body.checks()
                        .unless(!PermissionKeyCheck.isKey(key, known), pointer, PermissionKeyCheck.message(key, known));
            }
        }
        return List.copyOf(new TreeSet<>(wanted));
    }
}
