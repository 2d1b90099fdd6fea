package io.plexica.identity.internal.tokens;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object and keeps some of its members: text, numbers, true, false, lists of text, names in objects. */
final class TokenJson {

    private static final int DEEPEST = 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** What stands for a member of a kind that nobody asks for. */
    static final Object OTHER = new Object();

    private TokenJson() {}

    /**
     * Reads an object.
     *
     * @param wanted the members to keep
     * @throws IOException when it is no JSON object, goes on after its end, or names a wanted member twice
     */
    static Map<String, Object> read(byte[] document, Set<String> wanted) throws IOException {
        Map<String, Object> members = new HashMap<>();
        try (JsonParser parser = JSON.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (!wanted.contains(name)) {
                    parser.skipChildren();
                } else if (members.put(name, value(parser)) != null) {
                    throw new IOException("a member twice");
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IOException("something after its end");
            }
        }
        return members;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> (long) parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> texts(parser);
            case START_OBJECT -> names(parser);
            default -> other(parser);
        };
    }

    /** A list of text; anything else in it makes it something that nobody asks for. */
    private static Object texts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        boolean onlyText = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                throw new IOException("it ends too early");
            }
            onlyText &= token == JsonToken.VALUE_STRING;
            @Nullable String text = onlyText ? parser.getText() : null;
            parser.skipChildren();
            if (text != null) {
                texts.add(text);
            }
        }
        return onlyText ? texts : OTHER;
    }

    private static Object names(JsonParser parser) throws IOException {
        Set<String> names = new HashSet<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            names.add(name);
            parser.nextToken();
            parser.skipChildren();
        }
        return names;
    }

    private static Object other(JsonParser parser) throws IOException {
        parser.skipChildren();
        return OTHER;
    }
}
