package io.plexica.tenancy.internal.workspaces;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.web.Checks;
import io.plexica.tenancy.internal.SlugRule;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a workspace.
 *
 * @param slug never changes; may be left out where the workspace exists
 * @param id like what follows no more than what was read
 */
public record WorkspaceBody(
        @Nullable String name,
        @Nullable String slug,
        @Nullable String description,
        @Nullable JsonNode settings,
        @Nullable UUID id,
        @JsonProperty("default") @Nullable Boolean isDefault,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_SETTINGS = 65_536;

    /** An escaped NUL in JSON text, but not an escaped backslash before the letters. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    /** What can be said of a workspace. */
    public WorkspaceBody(
            @Nullable String name, @Nullable String slug, @Nullable String description, @Nullable JsonNode settings) {
        this(name, slug, description, settings, null, null, null, null);
    }

    /** Refuses, with all that is wrong, what no new workspace may be. */
    WorkspaceBody checked() {
        Checks checks = new Checks();
        values(checks, null);
        if (slug == null) {
            checks.wrong("/slug", "is required");
        } else {
            checks.unless(SlugRule.isWellFormed(slug), "/slug", SlugRule.WELL_FORMED);
        }
        checks.unchanged("/id", id, null)
                .unchanged("/default", isDefault, false)
                .unchanged("/createdAt", createdAt, null)
                .unchanged("/updatedAt", updatedAt, null)
                .done();
        return this;
    }

    /** Refuses, with all that is wrong, what an existing workspace cannot become. */
    WorkspaceBody checkedFor(WorkspaceRow row) {
        Checks checks = new Checks();
        values(checks, row.name());
        checks.unless(slug == null || slug.equals(row.slug()), "/slug", "never changes")
                .unchanged("/id", id, row.id())
                .unchanged("/default", isDefault, row.isDefault())
                .unchanged("/createdAt", createdAt, row.createdAt())
                .done();
        return this;
    }

    /** The row that these values make of another. */
    WorkspaceRow onto(WorkspaceRow row) {
        return row.with(tidyName(), tidyDescription(), settingsText());
    }

    /** The name, once it has been checked. */
    String tidyName() {
        if (name == null) {
            throw new IllegalStateException("The values have not been checked");
        }
        return name.strip();
    }

    @Nullable
    String tidyDescription() {
        return description == null || description.isBlank() ? null : description.strip();
    }

    String settingsText() {
        return settings == null || settings.isNull() ? "{}" : settings.toString();
    }

    private void values(Checks checks, @Nullable String presentName) {
        checks.name("/name", name, presentName).text("/description", description, LONGEST_DESCRIPTION);
        if (settings == null || settings.isNull()) {
            return;
        }
        String text = settings.toString();
        checks.unless(settings instanceof ObjectNode, "/settings", "must be a JSON object")
                .unless(text.length() <= LONGEST_SETTINGS, "/settings", "must not be longer than 65536 characters")
                .unless(!NUL.matcher(text).find(), "/settings", "must not contain the character NUL");
    }
}
