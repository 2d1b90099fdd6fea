package io.plexica.authorization.internal.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.web.Checks;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An object that somebody sent. What is wrong with it is collected in its checks. For one thread. */
public final class Body {

    private static final int LONGEST_TEXT = 1_000;

    private final JsonNode json;
    private final Checks checks = new Checks();

    private Body(JsonNode json) {
        this.json = json;
    }

    /**
     * Takes an object with some of these members.
     *
     * @throws PlexicaException {@code validation-failed} for what is no object
     */
    public static Body of(@Nullable JsonNode json, String... members) {
        if (json == null || !json.isObject()) {
            throw PlexicaException.validation(new FieldError("", "must be a JSON object"));
        }
        Body body = new Body(json);
        Set<String> known = Set.of(members);
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
            body.checks.unless(known.contains(name), pointer, "is not known; possible: " + String.join(", ", members));
        }
        return body;
    }

    /** Where to note what is wrong. */
    public Checks checks() {
        return checks;
    }

    public boolean has(String member) {
        return json.has(member);
    }

    /** A member as it came; null when it is missing or null. */
    public @Nullable JsonNode get(String member) {
        JsonNode value = json.get(member);
        return value == null || value.isNull() ? null : value;
    }

    /** A text; null when it is missing or null. */
    public @Nullable String text(String member) {
        JsonNode value = get(member);
        if (value != null && !value.isTextual()) {
            checks.wrong("/" + member, "must be text");
            return null;
        }
        return value == null ? null : value.textValue();
    }

    /** A list of texts that must be there. */
    public List<String> texts(String member, int most) {
        JsonNode value = get(member);
        if (value == null || !value.isArray()) {
            checks.wrong("/" + member, value == null ? "is required" : "must be a list of texts");
            return List.of();
        }
        if (value.size() > most) {
            checks.wrong("/" + member, "must have at most " + most + " elements");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String text = value.get(i).textValue();
            checks.unless(
                    text != null && text.length() <= LONGEST_TEXT,
                    "/" + member + "/" + i,
                    "must be text of at most " + LONGEST_TEXT + " characters");
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    /** A whole number within bounds; the fallback when it is missing or null. */
    public int number(String member, int fallback, int bound) {
        JsonNode value = get(member);
        if (value == null) {
            return fallback;
        }
        boolean fits =
                value.isIntegralNumber() && value.canConvertToInt() && Math.abs((long) value.intValue()) <= bound;
        checks.unless(fits, "/" + member, "must be a whole number from -" + bound + " to " + bound);
        return fits ? value.intValue() : fallback;
    }

    /** A member that only the platform sets: it may be sent back as it was read. */
    public void unchanged(String member, @Nullable Object present) {
        JsonNode value = get(member);
        boolean same = value == null
                || (present instanceof Boolean flag && value.isBoolean() && value.booleanValue() == flag)
                || (present instanceof UUID id && id.toString().equals(value.textValue()))
                || (present instanceof Instant moment && moment.equals(instant(value)));
        checks.unless(same, "/" + member, "is set by the platform and cannot be changed");
    }

    /** A member that only the platform sets and that changes by itself. */
    public void ignored(String member, boolean possible) {
        checks.unless(possible || get(member) == null, "/" + member, "is set by the platform and cannot be given");
    }

    private static @Nullable Instant instant(JsonNode value) {
        try {
            return value.isTextual() ? Instant.parse(value.textValue()) : null;
        } catch (DateTimeException e) {
            return null; // then it is not what the platform wrote
        }
    }
}
