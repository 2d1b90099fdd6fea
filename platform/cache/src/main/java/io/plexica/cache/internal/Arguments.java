package io.plexica.cache.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The arguments of a call as the end of a key: as they are where that is short and plain, else their digest. */
final class Arguments {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,60}");
    private static final int LONGEST = 100;
    private static final String DIGEST = "sha256.";

    private Arguments() {}

    /** Whether all values of a type can stand in a key. */
    static boolean canBeTold(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type == Boolean.class
                || type == Character.class
                || Stream.of(CharSequence.class, Number.class, UUID.class, Temporal.class)
                        .anyMatch(known -> known.isAssignableFrom(type));
    }

    /** The arguments in a key; two calls with different ones never get the same. */
    static String text(@Nullable Object[] arguments) {
        String plain = Arrays.stream(arguments).map(Arguments::text).collect(Collectors.joining(":"));
        boolean all = Arrays.stream(arguments).allMatch(argument -> argument != null && isPlain(text(argument)));
        return all && plain.length() <= LONGEST ? plain : digest(arguments);
    }

    private static String text(@Nullable Object argument) {
        return argument instanceof Enum<?> constant ? constant.name() : String.valueOf(argument);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !text.startsWith(DIGEST);
    }

    private static String digest(@Nullable Object[] arguments) {
        StringBuilder all = new StringBuilder();
        for (Object argument : arguments) {
            String text = text(argument);
            all.append(argument == null ? -1 : text.length()).append(':').append(text);
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return DIGEST + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
