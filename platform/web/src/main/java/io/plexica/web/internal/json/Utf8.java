package io.plexica.web.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Bodies that are UTF-8 and nothing else: a guess at another encoding could be wrong. */
final class Utf8 {

    private static final int MARK = 4;

    private Utf8() {}

    /**
     * Reads a body to its end.
     *
     * @throws PlexicaException {@code unsupported-media-type} when it is UTF-16 or UTF-32, {@code validation-failed} when it
     *     is nothing known
     */
    static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        for (int i = 0; i < Math.min(MARK, bytes.length); i++) {
            // JSON begins with a character of ASCII; other Unicode encodings pad it with zeros or mark themselves.
            boolean other = bytes[i] == 0 || i < 2 && (bytes[i] == (byte) 0xFE || bytes[i] == (byte) 0xFF);
            if (other) {
                throw new PlexicaException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body in UTF-8");
            }
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw PlexicaException.validation(new FieldError("", "the body must be UTF-8"));
        }
        return bytes;
    }
}
