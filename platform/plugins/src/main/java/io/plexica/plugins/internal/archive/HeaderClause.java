package io.plexica.plugins.internal.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One clause of an OSGi header: {@code name;attribute=value;directive:=value}.
 *
 * @param name the path, such as a package
 * @param parameters attributes and directives; a directive's name ends with a colon
 */
public record HeaderClause(String name, Map<String, String> parameters) {

    public HeaderClause {
        parameters = Map.copyOf(parameters);
    }

    /** A parameter; empty when absent. */
    public String parameter(String key) {
        return parameters.getOrDefault(key, "");
    }

    /** The clauses of a header; none when it is absent. */
    public static List<HeaderClause> parse(@Nullable String header) {
        List<HeaderClause> clauses = new ArrayList<>();
        for (String text : split(header == null ? "" : header, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String part : split(text, ';')) {
                int equals = equalsSign(part);
                if (equals < 0) {
                    names.add(part);
                } else {
                    parameters.put(
                            parameterName(part.substring(0, equals)),
                            unquoted(part.substring(equals + 1).strip()));
                }
            }
            names.forEach(name -> clauses.add(new HeaderClause(name, parameters)));
        }
        return clauses;
    }

    private static int equalsSign(String part) {
        int quote = part.indexOf('"');
        int equals = part.indexOf('=');
        return quote >= 0 && quote < equals ? -1 : equals;
    }

    /** Without the type of a typed attribute; with the colon of a directive. */
    private static String parameterName(String text) {
        String name = text.strip();
        int colon = name.indexOf(':');
        return colon < 0 || colon == name.length() - 1 ? name : name.substring(0, colon);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = (c == '"') != quoted;
            if (c == separator && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
