package io.plexica.identity.internal.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.web.Checks;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a key may be called, may do and how long it may live. Pure. */
final class ApiKeyChecks {

    private static final int MOST_PERMISSIONS = 100;
    private static final int LONGEST_NAME = 100;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Set<String> MEMBERS = Set.of("name", "permissions", "expiresAt");

    /** Of the platform itself, plugins' permissions mean nothing. */
    private static final String PLATFORMS_OWN = "core:";

    private ApiKeyChecks() {}

    /**
     * What is wanted of a key.
     *
     * @param expiresAt null for never
     */
    record Wanted(
            String name, Set<String> permissions, @Nullable Instant expiresAt) {}

    /** Checks what is wanted of a new key. */
    static Wanted wanted(ApiKeyBodies.Draft draft, @Nullable String tenant, Instant now) {
        Checks checks = new Checks();
        checkName(checks, draft.name());
        List<@Nullable String> permissions = draft.permissions() == null ? List.of() : draft.permissions();
        checkPermissions(checks, permissions, tenant);
        checkExpiry(checks, draft.expiresAt(), now);
        checks.done();
        return new Wanted(String.valueOf(draft.name()).strip(), distinct(permissions), draft.expiresAt());
    }

    /** Applies a merge patch to a key. */
    static Wanted patched(ApiKey key, @Nullable JsonNode patch, Instant now) {
        if (patch == null || !patch.isObject()) {
            throw PlexicaException.validation(new FieldError("", "must be a JSON object with what is to change"));
        }
        Checks checks = new Checks();
        for (Iterator<String> names = patch.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            checks.unless(
                    MEMBERS.contains(name), "/" + name, "cannot be changed; possible: name, permissions, expiresAt");
        }
        String name = patch.has("name") ? text(checks, "/name", patch.get("name")) : key.name();
        checkName(checks, name);
        List<@Nullable String> permissions =
                patch.has("permissions") ? texts(patch.get("permissions")) : new ArrayList<>(key.permissions());
        checkPermissions(checks, permissions, key.tenant());
        Instant expiry = patch.has("expiresAt") ? moment(checks, patch.get("expiresAt")) : key.expiresAt();
        if (patch.has("expiresAt")) {
            checkExpiry(checks, expiry, now);
        }
        checks.done();
        return new Wanted(String.valueOf(name).strip(), distinct(permissions), expiry);
    }

    private static void checkName(Checks checks, @Nullable String name) {
        checks.name("/name", name).text("/name", name, LONGEST_NAME);
    }

    private static void checkPermissions(Checks checks, List<@Nullable String> permissions, @Nullable String tenant) {
        checks.unless(!permissions.isEmpty(), "/permissions", "must name at least one permission");
        checks.unless(
                permissions.size() <= MOST_PERMISSIONS,
                "/permissions",
                "must have at most " + MOST_PERMISSIONS + " entries");
        for (int i = 0; i < Math.min(permissions.size(), MOST_PERMISSIONS); i++) {
            String problem = problem(permissions.get(i), tenant);
            checks.unless(problem.isEmpty(), "/permissions/" + i, problem);
        }
    }

    private static String problem(@Nullable String permission, @Nullable String tenant) {
        if (permission == null || !PermissionKeys.isPattern(permission)) {
            return "must be a permission such as 'crm:contacts:read' or, for whole segments, 'crm:contacts:*'";
        }
        if (PermissionKeys.isEverything(permission)) {
            return "must not be everything: name what the key is for";
        }
        return tenant == null && !permission.startsWith(PLATFORMS_OWN)
                ? "must begin with 'core:': a key of the platform works in no tenant, where plugins are"
                : "";
    }

    private static void checkExpiry(Checks checks, @Nullable Instant expiry, Instant now) {
        checks.unless(expiry == null || expiry.isAfter(now), "/expiresAt", "must lie in the future");
        checks.unless(expiry == null || !expiry.isAfter(LATEST), "/expiresAt", "must not lie beyond the year 9999");
    }

    private static @Nullable String text(Checks checks, String pointer, JsonNode node) {
        checks.unless(node.isTextual() || node.isNull(), pointer, "must be text");
        return node.isTextual() ? node.asText() : null;
    }

    private static List<@Nullable String> texts(JsonNode node) {
        List<@Nullable String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.isTextual() ? one.asText() : null));
        return node.isArray() ? texts : List.of();
    }

    private static @Nullable Instant moment(Checks checks, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        try {
            return Instant.parse(node.isTextual() ? node.asText() : "");
        } catch (DateTimeException e) {
            checks.wrong("/expiresAt", "must be a moment such as 2030-01-31T12:00:00Z, or null for never");
            return null;
        }
    }

    private static Set<String> distinct(Collection<@Nullable String> permissions) {
        Set<String> distinct = new TreeSet<>();
        permissions.forEach(permission -> distinct.add(String.valueOf(permission)));
        return distinct;
    }
}
