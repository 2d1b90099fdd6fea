package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.web.Checks;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The settings of a tenant that the platform knows, and what they may be. Whatever a tenant's people want to keep beside
 * them goes under {@code custom}; what an operator has put elsewhere stays there and may be taken away. Pure.
 */
final class KnownSettings {

    private static final String CUSTOM = "custom";
    private static final List<String> LANGUAGES = List.of("en", "it");
    private static final Map<String, Map<String, Setting>> KNOWN = Map.of(
            "general",
            Map.of(
                    "language", (checks, at, text) -> checks.oneOf(at, text, LANGUAGES),
                    "timezone",
                            (checks, at, text) ->
                                    checks.unless(isZone(text), at, "must be a time zone such as 'Europe/Rome'"),
                    "contactEmail", Checks::email,
                    "website",
                            (checks, at, text) ->
                                    checks.unless(ThemeCheck.isAddress(text), at, "must be an https address")));

    private KnownSettings() {}

    /** Checks the values of what is known in all of a tenant's settings. */
    static void check(Checks checks, String pointer, JsonNode settings) {
        KNOWN.forEach((group, members) -> {
            JsonNode present = settings.get(group);
            if (present == null) {
                return;
            }
            String at = JsonText.pointer(pointer, group);
            if (!present.isObject()) {
                checks.wrong(at, "must be a JSON object");
                return;
            }
            members.forEach((name, setting) -> {
                JsonNode value = present.get(name);
                if (value != null) {
                    setting.check(checks, at + "/" + name, value.isTextual() ? value.asText() : "");
                }
            });
        });
    }

    /** Checks that a merge patch by a tenant's own people adds nothing unknown. */
    static void checkPatch(Checks checks, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> group : patch.properties()) {
            String at = JsonText.pointer("", group.getKey());
            Map<String, Setting> members = KNOWN.get(group.getKey());
            if (group.getValue().isNull() || group.getKey().equals(CUSTOM)) {
                continue;
            }
            if (members == null) {
                checks.wrong(
                        at,
                        "is unknown; possible: custom, " + String.join(", ", KNOWN.keySet())
                                + "; what is your own goes under /custom");
                continue;
            }
            group.getValue().properties().stream()
                    .filter(member -> !member.getValue().isNull() && !members.containsKey(member.getKey()))
                    .forEach(member -> checks.wrong(
                            JsonText.pointer(at, member.getKey()),
                            "is unknown; possible: " + String.join(", ", new TreeSet<>(members.keySet()))));
        }
    }

    private static boolean isZone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text);
    }

    /** What one setting may be; all of them are texts, and anything else is looked at as an empty one. */
    private interface Setting {
        void check(Checks checks, String pointer, String text);
    }
}
