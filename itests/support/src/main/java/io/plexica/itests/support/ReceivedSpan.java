package io.plexica.itests.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A span as it came by OTLP.
 *
 * @param parentId empty for the first of its trace
 * @param kind 1 internal, 2 server, 3 client, 4 producer, 5 consumer
 */
public record ReceivedSpan(
        String traceId, String spanId, String parentId, String name, long kind, Map<String, String> notes) {

    /** Whether it is a part of another. */
    public boolean isPartOf(ReceivedSpan other) {
        return parentId.equals(other.spanId) && traceId.equals(other.traceId);
    }

    /** Reads what is sent to {@code /v1/traces}: resources with scopes with spans. */
    static List<ReceivedSpan> read(byte[] body) {
        List<ReceivedSpan> found = new ArrayList<>();
        for (byte[] resource : new WireMessage(body).parts(1)) {
            for (byte[] scope : new WireMessage(resource).parts(2)) {
                new WireMessage(scope).parts(2).forEach(span -> found.add(of(new WireMessage(span))));
            }
        }
        return found;
    }

    private static ReceivedSpan of(WireMessage span) {
        Map<String, String> notes = new HashMap<>();
        for (byte[] note : span.parts(9)) {
            WireMessage pair = new WireMessage(note);
            pair.parts(2).forEach(value -> notes.put(pair.text(1), new WireMessage(value).text(1)));
        }
        return new ReceivedSpan(hex(span, 1), hex(span, 2), hex(span, 4), span.text(5), span.number(6), notes);
    }

    private static String hex(WireMessage span, int field) {
        return span.parts(field).stream()
                .findFirst()
                .map(HexFormat.of()::formatHex)
                .orElse("");
    }
}
