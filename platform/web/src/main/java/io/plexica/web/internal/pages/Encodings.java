package io.plexica.web.internal.pages;

import io.plexica.spi.pages.Page;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the forms in which a page lies ready a browser gets. */
final class Encodings {

    /** The smaller ones first. */
    private static final List<String> PACKED = List.of("br", "gzip");

    private static final String WEIGHT = "q=";

    private Encodings() {}

    /**
     * Chooses.
     *
     * @param accepted the header {@code Accept-Encoding}
     * @param there the forms that there are
     */
    static String choose(@Nullable String accepted, Set<String> there) {
        if (accepted == null) {
            return Page.PLAIN;
        }
        for (String packed : PACKED) {
            if (there.contains(packed) && accepts(accepted.toLowerCase(Locale.ROOT), packed)) {
                return packed;
            }
        }
        return Page.PLAIN;
    }

    private static boolean accepts(String header, String encoding) {
        for (String part : header.split(",")) {
            String[] words = part.split(";");
            if (words[0].strip().equals(encoding)) {
                return words.length < 2 || !isNothing(words[1].strip());
            }
        }
        return false;
    }

    /** A weight of zero says that this form is not wanted. */
    private static boolean isNothing(String weight) {
        return weight.startsWith(WEIGHT) && weight.substring(WEIGHT.length()).matches("0(?:\\.0*)?");
    }
}
