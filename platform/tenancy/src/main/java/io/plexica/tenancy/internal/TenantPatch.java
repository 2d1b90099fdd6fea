package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of what people may edit of a tenant. Pure. */
final class TenantPatch {

    private final ObjectNode patch;
    private final List<String> plans;

    private TenantPatch(ObjectNode patch, List<String> plans) {
        this.patch = patch;
        this.plans = plans;
    }

    static TenantPatch of(@Nullable JsonNode body, List<String> plans) {
        if (body instanceof ObjectNode patch) {
            return new TenantPatch(patch, plans);
        }
        throw PlexicaException.validation(new FieldError("", "must be a JSON object with what is to change"));
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
                merged("settings", row.settings()),
                merged("theme", row.theme()),
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
        List<FieldError> errors = new ArrayList<>();
        Texts texts = new Texts(errors);
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            String pointer = "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "name" -> texts.name(pointer, text(value));
                case "plan" -> texts.oneOf(pointer, String.valueOf(text(value)), plans);
                case "settings" -> object(texts, pointer, value, row.settings());
                case "theme" -> object(texts, pointer, value, row.theme());
                case "slug" -> same(texts, pointer, value, row.slug());
                default -> texts.wrong(pointer, "cannot be changed; possible: name, plan, settings, theme");
            }
        }
        if (!errors.isEmpty()) {
            throw PlexicaException.validation(errors);
        }
    }

    private static void object(Texts texts, String pointer, JsonNode value, String present) {
        texts.object(pointer, value);
        if (value.isObject()) {
            texts.object(pointer, MergePatch.read(MergePatch.apply(present, value)));
        }
    }

    private static void same(Texts texts, String pointer, JsonNode value, String slug) {
        if (!slug.equals(text(value))) {
            texts.wrong(pointer, "never changes");
        }
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.asText() : null;
    }
}
