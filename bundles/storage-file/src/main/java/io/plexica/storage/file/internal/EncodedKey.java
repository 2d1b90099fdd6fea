package io.plexica.storage.file.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Keys as paths of files. Each part of a key is a folder, the last one a file whose name ends with {@code =}, so that
 * {@code a} and {@code a/b} can both be there. All but small letters, digits, dots, hyphens and underscores are written as
 * {@code %} and two digits: no file system changes or confuses such names. What is too long for one name goes on in a folder
 * whose name ends with {@code +}.
 */
final class EncodedKey {

    /** By bytes in UTF-8, as every engine orders its lists. */
    static final Comparator<String> ORDER = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private static final int LONGEST_NAME = 200;
    private static final String FILE = "=";
    private static final String CONTINUED = "+";
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789.-_";

    private EncodedKey() {}

    /** The file of an object. */
    static Path file(Path objects, String key) {
        Path place = objects;
        String[] parts = key.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            String name = encode(parts[i]);
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                throw new IllegalArgumentException("Not a key: " + key);
            }
            while (name.length() > LONGEST_NAME) {
                place = place.resolve(name.substring(0, LONGEST_NAME) + CONTINUED);
                name = name.substring(LONGEST_NAME);
            }
            place = place.resolve(i == parts.length - 1 ? name + FILE : name);
        }
        return place;
    }

    /** What keys begin with within a folder, given what they begin with above it. */
    static String folder(String above, String name) {
        return name.endsWith(CONTINUED) ? above + name.substring(0, name.length() - 1) : above + name + "/";
    }

    /** The encoded key of a file, given what it begins with; null for what is no object. */
    static @Nullable String file(String above, String name) {
        return name.endsWith(FILE) ? above + name.substring(0, name.length() - 1) : null;
    }

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (PLAIN.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.forDigit((b >> 4) & 0xf, 16))
                        .append(Character.forDigit(b & 0xf, 16));
            }
        }
        return encoded.toString();
    }

    static String decode(String encoded) {
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) Integer.parseInt(encoded, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
