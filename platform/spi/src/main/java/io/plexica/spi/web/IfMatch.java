package io.plexica.spi.web;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The version on which a caller's change is based, if the caller says so. */
public final class IfMatch {

    /** For callers who change whatever is there. */
    public static final IfMatch ANY = new IfMatch(Set.of("*"));

    private final Set<String> tags;

    private IfMatch(Set<String> tags) {
        this.tags = tags;
    }

    /** Reads the header {@code If-Match}. */
    public static IfMatch of(@Nullable String header) {
        return header == null
                ? ANY
                : new IfMatch(Stream.of(header.split(",")).map(String::strip).collect(Collectors.toSet()));
    }

    /** The header {@code ETag} of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Demands that the version is still the one that the caller read.
     *
     * @throws PlexicaException {@code precondition-failed}
     */
    public void require(long version) {
        if (!tags.contains("*") && !tags.contains(tag(version))) {
            throw new PlexicaException(
                    ErrorCode.PRECONDITION_FAILED,
                    "It has changed since you read it: read it again and repeat your change");
        }
    }
}
