package io.plexica.notifications.internal.templates;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The templates: a file of plain text, whose first line is the subject, and one of HTML, for each language. A gap is
 * <code>{{name}}</code>; <code>{{ name}}</code> brings a blank along unless the value is empty. Safe for all threads.
 */
public final class Templates {

    private static final String FOLDER = "/META-INF/plexica/messages/";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,40}");
    private static final Pattern GAP = Pattern.compile("\\{\\{( ?)([a-zA-Z]+)}}");
    private static final int LONGEST_SUBJECT = 200;

    private final Map<String, String> files = new ConcurrentHashMap<>();

    /**
     * Writes a letter.
     *
     * @throws PlexicaException {@code internal-error} when there is no such template
     */
    public Letter write(String template, Language language, Map<String, String> given) {
        TemplateValues values = new TemplateValues(given, language);
        String text = file(template, language, "txt");
        int line = text.indexOf('\n');
        String subject = fill(text.substring(0, line), values::plain);
        String html = fill(file(template, language, "html"), values::html);
        return new Letter(
                subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject,
                fill(text.substring(line).stripLeading(), values::plain),
                frame(html, language));
    }

    private String frame(String content, Language language) {
        return file("frame", language, "html").replace("{{content}}", content);
    }

    private static String fill(String template, Function<String, String> values) {
        return GAP.matcher(template)
                .replaceAll(gap -> Matcher.quoteReplacement(filled(gap.group(1), values.apply(gap.group(2)))));
    }

    private static String filled(String blank, String value) {
        return value.isEmpty() ? "" : blank + value;
    }

    private String file(String template, Language language, String form) {
        return files.computeIfAbsent(template + "." + language.written() + "." + form, Templates::read);
    }

    private static String read(String name) {
        if (!NAME.matcher(name.substring(0, name.indexOf('.'))).matches()) {
            throw missing(name);
        }
        try (InputStream file = Templates.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw missing(name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The message " + name + " cannot be read", e);
        }
    }

    private static PlexicaException missing(String name) {
        return new PlexicaException(ErrorCode.INTERNAL_ERROR, "There is no message " + name);
    }
}
