package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.Checks;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of what people may edit of a tenant. Pure. */
final class TenantPatch {

    private static final String SETTINGS = "settings";
    private static final String THEME = "theme";

    private final ObjectNode patch;
    private final Plans plans;
    /** Whether the caller's patch was of one member alone, so that no pointer names that member. */
    private final boolean ofOneMember;

    private TenantPatch(ObjectNode patch, Plans plans, boolean ofOneMember) {
        this.patch = patch;
        this.plans = plans;
        this.ofOneMember = ofOneMember;
    }

    /** A patch by an operator: all that can be changed, and settings of any form. */
    static TenantPatch of(@Nullable JsonNode body, Plans plans) {
        return new TenantPatch(object(body), plans, false);
    }

    /** A patch of the settings by the tenant's own people, who can add none that nobody knows. */
    static TenantPatch ofSettings(@Nullable JsonNode body, Plans plans) {
        ObjectNode patch = object(body);
        Checks checks = new Checks();
        KnownSettings.checkPatch(checks, patch);
        checks.done();
        return only(SETTINGS, patch, plans);
    }

    /** A patch of the theme by the tenant's own people. */
    static TenantPatch ofTheme(@Nullable JsonNode body, Plans plans) {
        return only(THEME, object(body), plans);
    }

    /** The row as it should become; the very same when nothing changes. */
    TenantRow apply(TenantRow row, Instant now) {
        if (row.status() == TenantStatus.PROVISIONING) {
            throw PlexicaException.conflict("tenant-status", "the tenant " + row.slug() + " is still being made");
        }
        check(row);
        TenantRow edited = row.with(
                patch.has("name") ? patch.get("name").asText().strip() : row.name(),
                patch.has("plan") ? patch.get("plan").asText() : row.plan(),
                merged(SETTINGS, row.settings()),
                merged(THEME, row.theme()),
                row.updatedAt());
        return edited.equals(row)
                ? row
                : row.with(edited.name(), edited.plan(), edited.settings(), edited.theme(), now);
    }

    private String merged(String member, String present) {
        JsonNode changes = patch.get(member);
        return changes == null ? present : MergePatch.apply(present, changes);
    }

    private void check(TenantRow row) {
        Checks checks = new Checks();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            String pointer = ofOneMember ? "" : JsonText.pointer("", member.getKey());
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "name" -> checks.name(pointer, text(value));
                case "plan" -> checks.oneOf(pointer, text(value), plans.names());
                case SETTINGS -> object(checks, pointer, value, row.settings(), KnownSettings::check);
                case THEME -> object(checks, pointer, value, row.theme(), ThemeCheck::check);
                case "slug" -> checks.unless(row.slug().equals(text(value)), pointer, "never changes");
                default -> checks.wrong(pointer, "cannot be changed; possible: name, plan, settings, theme");
            }
        }
        checks.done();
    }

    private static void object(Checks checks, String pointer, JsonNode value, String present, Content content) {
        JsonText.check(checks, pointer, value);
        if (value.isObject()) {
            ObjectNode result = MergePatch.read(MergePatch.apply(present, value));
            JsonText.check(checks, pointer, result);
            content.check(checks, pointer, result);
        }
    }

    private static TenantPatch only(String member, ObjectNode value, Plans plans) {
        return new TenantPatch(JsonNodeFactory.instance.objectNode().set(member, value), plans, true);
    }

    private static ObjectNode object(@Nullable JsonNode body) {
        if (body instanceof ObjectNode patch) {
            return patch;
        }
        throw PlexicaException.validation(new FieldError("", "must be a JSON object with what is to change"));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.asText() : null;
    }

    private interface Content {
        void check(Checks checks, String pointer, JsonNode value);
    }
}
