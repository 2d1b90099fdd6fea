package io.plexica.console.internal;

import java.util.List;
import java.util.Locale;

/** Which of the console's languages somebody reads, where only the browser can say so. */
enum Language {
    EN,
    IT;

    /** Reads {@code Accept-Language}; English for whoever reads neither. */
    static Language of(String accepted) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
            for (Locale.LanguageRange range : ranges) {
                String name = range.getRange().split("-")[0];
                for (Language language : values()) {
                    if (range.getWeight() > 0 && name.equals(language.code())) {
                        return language;
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            return EN;
        }
        return EN;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
