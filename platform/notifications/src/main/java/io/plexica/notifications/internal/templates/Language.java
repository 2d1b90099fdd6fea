package io.plexica.notifications.internal.templates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which messages are written. */
public enum Language {
    EN(Locale.ENGLISH),
    IT(Locale.ITALIAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language of a tag such as {@code it} or {@code it-CH}; English for all that is not known. */
    public static Language of(@Nullable String tag) {
        String wanted = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        for (Language language : values()) {
            if (language.written().equals(wanted)) {
                return language;
            }
        }
        return EN;
    }

    /** As files and tables write it. */
    public String written() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }
}
