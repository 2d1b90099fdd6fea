package io.plexica.notifications.internal.notices;

import io.plexica.api.notifications.Notification.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a notice comes to, in no language yet.
 *
 * @param type by which its texts are found
 * @param values what fills their gaps
 * @param user the one person to tell; null for those who choose the tenant's plugins
 */
record Announcement(
        String type,
        Severity severity,
        Map<String, String> values,
        @Nullable String link,
        @Nullable UUID user) {

    /** What to say; nothing where a notice is nothing to anybody. */
    static Optional<Announcement> of(Notice notice) {
        return switch (notice.kind()) {
            case "core.plugin.installed" -> plugin("plugin-installed", Severity.SUCCESS, notice, "/after/version");
            case "core.plugin.upgraded" -> plugin("plugin-upgraded", Severity.SUCCESS, notice, "/after/version");
            case "core.plugin.uninstalled" -> plugin("plugin-uninstalled", Severity.INFO, notice, "/before/version");
            case "core.plugin.failed" -> plugin("plugin-failed", Severity.ERROR, notice, "/version");
            case "core.plugin.quarantined" -> plugin("plugin-quarantined", Severity.ERROR, notice, "");
            case "core.plugin.deprecated" -> plugin("plugin-deprecated", Severity.WARNING, notice, "");
            case "core.user.roles-assigned" -> roles(notice);
            case "core.operation.ended" -> operation(notice);
            default -> Optional.empty();
        };
    }

    /** What happens to versions names them {@code crm@1.0.0}; what happens in a tenant has the version in its details. */
    private static Optional<Announcement> plugin(String type, Severity severity, Notice notice, String version) {
        String[] subject = notice.subject().split("@", 2);
        Map<String, String> values = new HashMap<>();
        values.put("plugin", subject[0]);
        values.put("version", version.isEmpty() && subject.length == 2 ? subject[1] : notice.detail(version));
        values.put("reason", notice.detail(version.isEmpty() ? "/after/reason" : "/reason"));
        values.put("replacement", notice.detail("/after/replacement"));
        values.put("endOfLife", notice.detail("/after/endOfLife"));
        return Optional.of(new Announcement(type, severity, values, "/manage/plugins/" + subject[0], null));
    }

    /** The first roles that somebody gets are no news to them, and who changes their own knows. */
    private static Optional<Announcement> roles(Notice notice) {
        UUID user = UUID.fromString(notice.subject());
        boolean first = notice.details().at("/before/roles").isEmpty();
        if (first || user.equals(notice.actor())) {
            return Optional.empty();
        }
        StringBuilder names = new StringBuilder();
        notice.details()
                .at("/after/roles")
                .forEach(role -> names.append(names.isEmpty() ? "" : ", ").append(role.asText()));
        return Optional.of(
                new Announcement("roles-changed", Severity.INFO, Map.of("roles", names.toString()), "/me", user));
    }

    private static Optional<Announcement> operation(Notice notice) {
        boolean succeeded = notice.detail("/status").equals("SUCCEEDED");
        return Optional.of(new Announcement(
                succeeded ? "operation-succeeded" : "operation-failed",
                succeeded ? Severity.SUCCESS : Severity.ERROR,
                Map.of("operation", notice.detail("/type"), "id", notice.subject()),
                null,
                UUID.fromString(notice.detail("/user"))));
    }
}
