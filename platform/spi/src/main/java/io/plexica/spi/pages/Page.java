package io.plexica.spi.pages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page or file, as it is answered.
 *
 * @param status of the answer
 * @param type its media type
 * @param headers further headers; what browsers must not do with it is among them
 * @param etag by which a copy is known to be still good, without quotes; null for what is never kept
 * @param bodies its bytes by content encoding: {@code identity}, and {@code br} or {@code gzip} where it was packed
 *     beforehand; not to be changed
 */
public record Page(
        int status,
        String type,
        Map<String, String> headers,
        @Nullable String etag,
        Map<String, byte[]> bodies) {

    /** The encoding that every page has. */
    public static final String PLAIN = "identity";

    /** Text in HTML. */
    public static final String HTML = "text/html;charset=utf-8";

    private static final int FOUND = 302;

    public Page {
        headers = Map.copyOf(headers);
        bodies = Map.copyOf(bodies);
        if (!bodies.containsKey(PLAIN)) {
            throw new IllegalArgumentException("A page has its bytes as they are, whatever else it has");
        }
    }

    /** A page made for this answer alone. */
    public static Page html(int status, Map<String, String> headers, String text) {
        return new Page(status, HTML, headers, null, Map.of(PLAIN, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Leads elsewhere. */
    public static Page redirect(String location) {
        return new Page(FOUND, "text/plain", Map.of("Location", location), null, Map.of(PLAIN, new byte[0]));
    }

    @Override
    public String toString() {
        return "Page[" + status + " " + type + "]";
    }
}
