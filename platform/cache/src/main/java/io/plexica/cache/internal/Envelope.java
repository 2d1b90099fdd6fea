package io.plexica.cache.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A value with the key that it was kept under, so that what got elsewhere, or was never ours, is not taken for it. */
final class Envelope {

    private static final byte FORM = 0x51;
    private static final int HEAD = 3;

    private Envelope() {}

    static byte[] of(String key, byte[] value) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + name.length + value.length)
                .put(FORM)
                .putShort((short) name.length)
                .put(name)
                .put(value)
                .array();
    }

    /** What is in an envelope; null when it is none, or one of another key. */
    static byte @Nullable [] open(String key, byte[] envelope) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        int begin = HEAD + name.length;
        if (envelope.length < begin
                || envelope[0] != FORM
                || ByteBuffer.wrap(envelope).getShort(1) != name.length
                || !Arrays.equals(envelope, HEAD, begin, name, 0, name.length)) {
            return null;
        }
        return Arrays.copyOfRange(envelope, begin, envelope.length);
    }
}
