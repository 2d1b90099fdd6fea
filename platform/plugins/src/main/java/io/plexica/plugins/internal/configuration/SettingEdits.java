package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.Collection;
import java.util.Map;

/** Changes of single settings as people type them: {@code mail.host=example.com}. Pure. */
public final class SettingEdits {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SettingEdits() {}

    /**
     * Settings with others in them, and without some.
     *
     * @param present what is set; stays as it is
     * @param assignments key, equals sign, value; the value is JSON where it can be read as such, else a text
     * @param removed keys of settings that are to be set no more
     * @param secrets secrets to set, by name; those that are removed become null, which is how they go
     */
    public static ObjectNode applied(
            ObjectNode present,
            Collection<String> assignments,
            Collection<String> removed,
            Map<String, String> secrets) {
        ObjectNode edited = present.deepCopy();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw PlexicaException.validation(
                        new FieldError("/" + assignment, "must be a setting and its value, such as currency=EUR"));
            }
            set(edited, assignment.substring(0, equals), value(assignment.substring(equals + 1)));
        }
        removed.forEach(key -> unset(edited, key));
        secrets.forEach(edited::put);
        return edited;
    }

    private static void set(ObjectNode within, String key, JsonNode value) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            within.set(key, value);
            return;
        }
        String first = key.substring(0, dot);
        ObjectNode members = within.get(first) instanceof ObjectNode object ? object : within.putObject(first);
        set(members, key.substring(dot + 1), value);
    }

    /** A key that is not there may be that of a secret, which is not among the settings. */
    private static void unset(ObjectNode within, String key) {
        int dot = key.indexOf('.');
        if (within.has(key)) {
            within.remove(key);
        } else if (dot < 1) {
            within.putNull(key);
        } else if (within.get(key.substring(0, dot)) instanceof ObjectNode members) {
            members.remove(key.substring(dot + 1));
        }
    }

    /** What somebody typed: JSON where it can be read as such, else a text. */
    public static JsonNode value(String text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            return value == null || value.isMissingNode() ? JsonNodeFactory.instance.textNode(text) : value;
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
