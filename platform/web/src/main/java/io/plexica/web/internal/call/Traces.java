package io.plexica.web.internal.call;

import io.plexica.spi.tracing.TraceParent;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The id that ties together all that happens for one call. */
public final class Traces {

    /** The header that every answer carries. */
    public static final String HEADER = "X-Trace-Id";

    private static final Pattern TRACE_ID = Pattern.compile("^[0-9A-Za-z_-]{8,64}$");

    private Traces() {}

    /** The caller's trace id where it sends a well-formed one (W3C Trace Context first), else a new one. */
    public static String of(HttpServletRequest request) {
        return of(request.getHeader(TraceParent.HEADER), request.getHeader(HEADER));
    }

    static String of(@Nullable String traceparent, @Nullable String traceId) {
        TraceParent caller = TraceParent.read(traceparent);
        if (caller != null) {
            return caller.traceId();
        }
        if (traceId != null && TRACE_ID.matcher(traceId).matches()) {
            return traceId;
        }
        // Only to tell calls apart, so no better random numbers than these are needed.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    }
}
