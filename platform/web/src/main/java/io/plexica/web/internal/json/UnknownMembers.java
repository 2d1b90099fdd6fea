package io.plexica.web.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.plexica.api.problem.FieldError;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers all members that nobody knows, so that a caller hears of every one at once. */
final class UnknownMembers extends DeserializationProblemHandler {

    /** The attribute of a reader that holds the list to which unknown members are added. */
    static final Object FOUND = UnknownMembers.class;

    private static final int MOST = 50;

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        if (!(context.getAttribute(FOUND) instanceof List<?> found) || found.size() >= MOST) {
            return false;
        }
        @SuppressWarnings("unchecked")
        List<FieldError> errors = (List<FieldError>) found;
        String pointer = place(context, parser, name).toString();
        errors.add(new FieldError(pointer, "is not a known member; known: " + known(deserializer)));
        parser.skipChildren();
        return true;
    }

    /**
     * Where the member is. One that comes before all of a record's components are known is kept until then, and read from the copy,
     * which does not know where it was: it belongs to the object that the document's own parser is in, or has just left.
     */
    private static JsonPointer place(DeserializationContext context, JsonParser parser, String name) {
        JsonParser document = context.getParser();
        if (parser == document) {
            return parser.getParsingContext().pathAsPointer();
        }
        JsonStreamContext there = document.getParsingContext();
        boolean left = document.hasToken(JsonToken.END_OBJECT);
        return (left ? there : there.getParent()).pathAsPointer().appendProperty(name);
    }

    private static String known(@Nullable JsonDeserializer<?> deserializer) {
        Collection<Object> names = deserializer == null ? null : deserializer.getKnownPropertyNames();
        return names == null || names.isEmpty()
                ? "none"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
}
