package io.plexica.web.internal.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Server-sent events as bytes. */
final class EventText {

    /** What tells a reader that the stream lives. */
    static final byte[] ALIVE = ": alive\n\n".getBytes(UTF_8);

    /** What goes first: how long to wait before coming back. */
    static final byte[] GREETING = "retry: 2000\n\n".getBytes(UTF_8);

    private EventText() {}

    /** One event; its data is one line of JSON. */
    static byte[] of(String event, @Nullable String id, byte[] json) {
        String head = "event: " + line(event) + (id == null ? "" : "\nid: " + line(id)) + "\ndata: ";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + json.length + 2);
        bytes.writeBytes(head.getBytes(UTF_8));
        bytes.writeBytes(json);
        bytes.write('\n');
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** A name that broke its line could forge events. */
    private static String line(String text) {
        if (text.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("The name or id of an event must be one line");
        }
        return text;
    }
}
