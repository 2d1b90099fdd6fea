package io.plexica.web.internal.json;

import com.fasterxml.jackson.core.JsonParser;
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

    /** The attribute of a reader that holds the parser of the whole document. */
    static final Object DOCUMENT = JsonParser.class;

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
        String member = "/" + name.replace("~", "~0").replace("/", "~1");
        String pointer = owner(parser, context).pathAsPointer() + member;
        errors.add(new FieldError(pointer, "is not a known member; known: " + known(deserializer)));
        parser.skipChildren();
        return true;
    }

    /**
     * Where the object stands that has the member. Members that come before their object can be made are handed on from a
     * buffer, which does not know its place; the document has then been read to the object's end, or to what follows in it.
     */
    private static JsonStreamContext owner(JsonParser parser, DeserializationContext context) {
        if (context.getAttribute(DOCUMENT) instanceof JsonParser document && document != parser) {
            JsonStreamContext place = document.getParsingContext();
            return document.hasToken(JsonToken.END_OBJECT) ? place : place.getParent();
        }
        JsonStreamContext place = parser.getParsingContext();
        return (parser.currentToken().isStructStart() ? place.getParent() : place).getParent();
    }

    private static String known(@Nullable JsonDeserializer<?> deserializer) {
        Collection<Object> names = deserializer == null ? null : deserializer.getKnownPropertyNames();
        return names == null || names.isEmpty()
                ? "none"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
}
