package io.plexica.web.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads moments in ISO-8601 and in nothing else: a number, in text too, would be taken for seconds since 1970. */
final class Moments extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    private Moments() {
        super(Instant.class);
    }

    static SimpleModule module() {
        return new SimpleModule("moments").addDeserializer(Instant.class, new Moments());
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getText();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not ISO-8601");
        }
    }
}
