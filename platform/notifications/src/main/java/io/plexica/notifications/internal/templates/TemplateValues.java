package io.plexica.notifications.internal.templates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;

/**
 * What fills a template's gaps. Whatever a value holds, it stays within its line: a name cannot begin a new one, in a header
 * or in the text. Moments are written as people read them. Pure.
 */
final class TemplateValues {

    private static final int LONGEST = 2000;

    private final Map<String, String> values = new HashMap<>();

    TemplateValues(Map<String, String> given, Language language) {
        given.forEach(
                (name, value) -> values.put(name, name.equals("expires") ? moment(value, language) : line(value)));
    }

    /** A value as plain text; empty where none was given. */
    String plain(String name) {
        return values.getOrDefault(name, "");
    }

    /** A value within HTML, in text or in an attribute. */
    String html(String name) {
        String value = plain(name);
        boolean address = name.equals("link") && !value.startsWith("https://") && !value.startsWith("http://");
        return address ? "" : escape(value);
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** One line: line separators of all kinds, and marks that turn the direction of writing, become blanks. */
    private static String line(String value) {
        String tidy = value.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) : tidy;
    }

    private static String moment(String value, Language language) {
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                            .withLocale(language.locale())
                            .withZone(ZoneOffset.UTC)
                            .format(Instant.parse(value))
                    + " UTC";
        } catch (DateTimeException e) {
            // whoever sent it had no moment but words
            return line(value);
        }
    }
}
