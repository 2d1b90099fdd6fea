package io.plexica.web.internal.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Text of a query, decoded strictly: what is not UTF-8 would be stored as something else than was meant. */
final class PercentDecoder {

    private static final int HEX = 16;

    private PercentDecoder() {}

    /** The text; null when it is not percent-encoded UTF-8. */
    static @Nullable String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.chars().allMatch(c -> c < 0x80) ? text.replace('+', ' ') : null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                if (c >= 0x80) {
                    return null;
                }
                bytes.write(c == '+' ? ' ' : c);
                continue;
            }
            int high = i + 2 <= text.length() - 1 ? Character.digit(text.charAt(i + 1), HEX) : -1;
            int low = i + 2 <= text.length() - 1 ? Character.digit(text.charAt(i + 2), HEX) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            bytes.write(high * HEX + low);
            i += 2;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
