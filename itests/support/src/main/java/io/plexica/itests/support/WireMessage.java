package io.plexica.itests.support;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A message in the encoding of Protocol Buffers, by the numbers of its fields. */
final class WireMessage {

    private final Map<Integer, List<byte[]>> parts = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();

    WireMessage(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            int tag = (int) varint(rest);
            int field = tag >>> 3;
            switch (tag & 7) {
                case 0 -> numbers.put(field, varint(rest));
                case 1 -> numbers.put(field, rest.getLong());
                case 2 -> {
                    byte[] part = new byte[(int) varint(rest)];
                    rest.get(part);
                    parts.computeIfAbsent(field, fresh -> new ArrayList<>()).add(part);
                }
                case 5 -> numbers.put(field, (long) rest.getInt());
                default -> throw new IllegalArgumentException("This is no message");
            }
        }
    }

    List<byte[]> parts(int field) {
        return parts.getOrDefault(field, List.of());
    }

    String text(int field) {
        return parts(field).stream()
                .findFirst()
                .map(part -> new String(part, StandardCharsets.UTF_8))
                .orElse("");
    }

    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
