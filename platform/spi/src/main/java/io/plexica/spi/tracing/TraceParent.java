package io.plexica.spi.tracing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span as others name it, in the header {@value #HEADER} of W3C Trace Context for instance.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param sampled whether it is traced
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {

    /** The header that names the caller's span. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]([0-9a-f])(?:-.*)?");
    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final HexFormat HEX = HexFormat.of();

    /** Reads the header; null for none, or one that is not well formed. */
    public static @Nullable TraceParent read(@Nullable String header) {
        Matcher matcher = header == null ? null : FORM.matcher(header.strip());
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        boolean sampled = (Character.digit(matcher.group(3).charAt(0), 16) & 1) == 1;
        return new TraceParent(matcher.group(1), matcher.group(2), sampled);
    }

    /** The trace that a trace id of the platform belongs to: itself, or what follows from it where it has another form. */
    public static String traceOf(String traceId) {
        return TRACE_ID.matcher(traceId).matches()
                ? traceId
                : digits(UUID.nameUUIDFromBytes(traceId.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The span in which an event was published. It follows from the event's id, so that whoever hears the event on another
     * node, or days later, knows it without being told.
     *
     * @param traceId the trace id that the event carries
     */
    public static TraceParent ofEvent(String traceId, UUID event) {
        long id = event.getMostSignificantBits() ^ event.getLeastSignificantBits();
        return new TraceParent(traceOf(traceId), HEX.toHexDigits(id == 0 ? 1 : id), true);
    }

    /** As the header says it. */
    public String header() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    private static String digits(UUID id) {
        return HEX.toHexDigits(id.getMostSignificantBits()) + HEX.toHexDigits(id.getLeastSignificantBits());
    }
}
