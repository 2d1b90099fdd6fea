package io.plexica.authorization.internal.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of something that a condition reads, such as {@code resource.owner.id}.
 *
 * @param root of what it tells
 * @param path the names below the root, at least one
 */
public record Attribute(AttributeRoot root, List<String> path) {

    private static final int LONGEST = 200;
    private static final int DEEPEST = 8;
    private static final Pattern FORM =
            Pattern.compile("(user|resource|workspace|environment)((?:\\.[a-zA-Z_][a-zA-Z0-9_-]*)+)");

    public Attribute {
        path = List.copyOf(path);
    }

    /** Reads a name; empty when it has not the form of one. */
    public static Optional<Attribute> parse(String text) {
        var match = FORM.matcher(text);
        if (text.length() > LONGEST || !match.matches()) {
            return Optional.empty();
        }
        List<String> path = List.of(match.group(2).substring(1).split("\\."));
        return path.size() > DEEPEST
                ? Optional.empty()
                : Optional.of(new Attribute(AttributeRoot.valueOf(match.group(1).toUpperCase(Locale.ROOT)), path));
    }

    @Override
    public String toString() {
        return root.name().toLowerCase(Locale.ROOT) + "." + String.join(".", path);
    }
}
