package io.plexica.tenancy.internal.workspaces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.web.Checks;
import io.plexica.tenancy.internal.MergePatch;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON merge patch of a workspace. Pure. */
final class WorkspacePatch {

    private static final Set<String> KNOWN = Set.of("name", "slug", "description", "settings");

    private final ObjectNode patch;

    private WorkspacePatch(ObjectNode patch) {
        this.patch = patch;
    }

    static WorkspacePatch of(@Nullable JsonNode body) {
        if (body instanceof ObjectNode patch) {
            return new WorkspacePatch(patch);
        }
        throw PlexicaException.validation(new FieldError("", "must be a JSON object with what is to change"));
    }

    /** What the workspace is to become. */
    WorkspaceBody onto(WorkspaceRow row) {
        Checks checks = new Checks();
        patch.fieldNames().forEachRemaining(member -> form(checks, member));
        checks.done();
        return new WorkspaceBody(
                patch.has("name") ? text("name") : row.name(),
                patch.has("slug") ? patch.get("slug").asText() : null,
                patch.has("description") ? text("description") : row.description(),
                settings(row.settings()));
    }

    private JsonNode settings(String present) {
        JsonNode changes = patch.get("settings");
        return MergePatch.read(changes == null ? present : MergePatch.apply(present, changes));
    }

    private @Nullable String text(String member) {
        JsonNode value = patch.get(member);
        return value.isNull() ? null : value.asText();
    }

    private void form(Checks checks, String member) {
        String pointer = "/" + member.replace("~", "~0").replace("/", "~1");
        JsonNode value = patch.get(member);
        if (!KNOWN.contains(member)) {
            checks.wrong(pointer, "cannot be changed; possible: name, description, settings");
        } else if (member.equals("settings")) {
            checks.unless(value.isObject() || value.isNull(), pointer, "must be a JSON object");
        } else {
            checks.unless(value.isTextual() || value.isNull(), pointer, "must be a text");
        }
    }
}
