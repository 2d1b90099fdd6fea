package io.plexica.notifications.internal.notices;

import io.plexica.notifications.internal.notes.Note;
import io.plexica.notifications.internal.templates.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the platform says, in each language. A gap is <code>{{name}}</code>; what stands in brackets, <code>[: {{name}}]</code>,
 * is left out where its gap stays empty. Safe for all threads.
 */
final class NoticeTexts {

    private static final String FILE = "/META-INF/plexica/notices/notices.%s.properties";
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-zA-Z]+)}}");
    private static final Pattern MAYBE = Pattern.compile("\\[([^\\[\\]]*)\\{\\{([a-zA-Z]+)}}([^\\[\\]]*)]");

    /** A gap for the type of long work, which people read in words where there are some. */
    private static final String OPERATION = "operation";

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2000;

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    NoticeTexts() {
        for (Language language : Language.values()) {
            texts.put(language, read(FILE.formatted(language.written())));
        }
    }

    Note write(Announcement announcement, Language language) {
        return new Note(
                announcement.type(),
                announcement.severity(),
                text(announcement, language, "title", LONGEST_TITLE),
                text(announcement, language, "text", LONGEST_TEXT),
                announcement.link());
    }

    private String text(Announcement announcement, Language language, String part, int longest) {
        String key = announcement.type() + "." + part;
        Properties words = texts.getOrDefault(language, new Properties());
        String template = words.getProperty(key);
        if (template == null) {
            throw new IllegalStateException("There is no text " + key);
        }
        Map<String, String> values = new HashMap<>(announcement.values());
        values.computeIfPresent(OPERATION, (name, type) -> words.getProperty(OPERATION + "." + type, type));
        String chosen = MAYBE.matcher(template)
                .replaceAll(maybe -> values.getOrDefault(maybe.group(2), "").isEmpty()
                        ? ""
                        : Matcher.quoteReplacement(maybe.group(1) + "{{" + maybe.group(2) + "}}" + maybe.group(3)));
        String filled = GAP.matcher(chosen)
                .replaceAll(gap -> Matcher.quoteReplacement(line(values.getOrDefault(gap.group(1), ""))));
        return filled.length() > longest ? filled.substring(0, longest) : filled;
    }

    /** Whatever a value holds, it stays within its line. */
    private static String line(String value) {
        return value.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream file = NoticeTexts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name);
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
