package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import java.util.List;

/** Checks settings against the schema of a manifest that was accepted. Safe for all threads. */
public final class SettingsCheck {

    private final SchemaCheck schema;

    /** Reads the schema; one that is empty takes everything. */
    public SettingsCheck(ObjectNode schema) {
        this.schema = SchemaCheck.of(schema);
    }

    /** Whether a check has taken too long. */
    public static boolean wasBrokenOff(FieldError problem) {
        return problem.message().startsWith(CheckLimit.TOO_LONG);
    }

    /** Characters in settings that cannot be kept. */
    public static List<FieldError> unstorable(String pointer, ObjectNode settings) {
        return TextRules.unstorable(pointer, settings);
    }

    /** All that is wrong with settings, by pointer within them. */
    public List<FieldError> problems(ObjectNode settings) {
        return schema.problems(settings);
    }
}
