package io.plexica.web.internal.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON document, in words of JSON and without names of classes. */
public final class JsonFailures {

    private static final Pattern ADVICE = Pattern.compile(
            "(: enable|, from) `.*$|,? from `[^`]*`| \\(start marker at .*$|: maybe a \\(non-standard\\) comment.*$");

    private JsonFailures() {}

    /** The refusal of a document; empty when not the document but our own code is wrong. */
    public static Optional<PlexicaException> of(JsonProcessingException failure) {
        if (failure instanceof InvalidDefinitionException) {
            return Optional.empty();
        }
        if (failure.getCause() instanceof PlexicaException coded) {
            return Optional.of(coded);
        }
        if (failure instanceof StreamReadException || failure instanceof StreamConstraintsException) {
            return Optional.of(refusal("", "is not valid JSON" + place(failure) + ": " + plain(failure)));
        }
        if (failure instanceof JsonMappingException mapping) {
            return mappingFailure(mapping);
        }
        return Optional.empty();
    }

    /** What the parser says, without its advice to whoever set it up. */
    private static String plain(JsonProcessingException failure) {
        return ADVICE.matcher(String.valueOf(failure.getOriginalMessage())).replaceAll("");
    }

    /** The pointer to where a mapping failed. */
    static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static Optional<PlexicaException> mappingFailure(JsonMappingException failure) {
        if (failure.getCause() instanceof JsonProcessingException inner && !(inner instanceof JsonMappingException)) {
            return of(inner);
        }
        String pointer = pointer(failure.getPath());
        if (failure instanceof PropertyBindingException unknown) {
            return Optional.of(refusal(pointer, "is not a known member; known: " + known(unknown)));
        }
        if (failure instanceof ValueInstantiationException) {
            return Optional.of(refusal(pointer, instantiation(failure.getCause())));
        }
        if (failure instanceof InvalidFormatException format) {
            return Optional.of(refusal(pointer, "must be " + TypeNames.of(format.getTargetType())));
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return Optional.of(refusal(pointer, mismatch(mismatch)));
        }
        return Optional.of(refusal(pointer, "cannot be read" + place(failure)));
    }

    private static String mismatch(MismatchedInputException failure) {
        Class<?> target = failure.getTargetType();
        return String.valueOf(failure.getOriginalMessage()).startsWith("Trailing token")
                ? "must be one JSON document with nothing after it"
                : "must be " + TypeNames.of(target);
    }

    private static String instantiation(@Nullable Throwable cause) {
        String message = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return message == null ? "is not valid" : message;
    }

    private static String known(PropertyBindingException failure) {
        if (failure.getKnownPropertyIds() == null) {
            return "none";
        }
        return failure.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String place(JsonProcessingException failure) {
        JsonLocation location = failure.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static PlexicaException refusal(String pointer, String message) {
        return PlexicaException.validation(new FieldError(pointer, message));
    }
}
