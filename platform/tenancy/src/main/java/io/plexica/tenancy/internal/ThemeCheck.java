package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.spi.web.Checks;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a theme, which browsers put into pages of all of a tenant's people: colours are colours, images are pictures, names
 * are names of properties, and no other text can be anything but a word. Pure.
 */
final class ThemeCheck {

    private static final Set<String> IMAGES = Set.of("logo", "logoDark", "favicon");
    private static final List<String> MODES = List.of("light", "dark", "system");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Pattern COLOUR = Pattern.compile("#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N} #%+,._-]{0,200}");
    private static final Pattern PICTURE = Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/=]+)");
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_PICTURE = 50_000;

    private final Checks checks;

    private ThemeCheck(Checks checks) {
        this.checks = checks;
    }

    /** Notes all that is wrong with a theme. */
    static void check(Checks checks, String pointer, JsonNode theme) {
        ThemeCheck check = new ThemeCheck(checks);
        for (Map.Entry<String, JsonNode> member : theme.properties()) {
            check.member(check.named(pointer, member.getKey()), member.getKey(), member.getValue());
        }
    }

    /** The pointer to a member, whose name is put into pages like its value. */
    private String named(String pointer, String name) {
        String whole = JsonText.pointer(pointer, name);
        checks.unless(
                NAME.matcher(name).matches(),
                whole,
                "must have a name of at most 64 letters, digits, - and _ that begins with a letter");
        return whole;
    }

    private void member(String pointer, String name, JsonNode value) {
        if (IMAGES.contains(name)) {
            checks.unless(
                    value.isTextual() && isImage(value.asText()),
                    pointer,
                    "must be an https address, or a PNG, JPEG, GIF or WebP picture as data:image/…;base64 of at most "
                            + LONGEST_PICTURE + " characters");
        } else if (name.equals("mode")) {
            checks.oneOf(pointer, value.isTextual() ? value.asText() : null, MODES);
        } else if (name.equals("colors")) {
            colours(pointer, value);
        } else {
            harmless(pointer, value);
        }
    }

    private void colours(String pointer, JsonNode colours) {
        if (!colours.isObject()) {
            checks.wrong(pointer, "must be a JSON object of colours");
            return;
        }
        for (Map.Entry<String, JsonNode> colour : colours.properties()) {
            checks.unless(
                    colour.getValue().isTextual()
                            && COLOUR.matcher(colour.getValue().asText()).matches(),
                    named(pointer, colour.getKey()),
                    "must be a colour such as '#1976d2'");
        }
    }

    private void harmless(String pointer, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> harmless(named(pointer, member.getKey()), member.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                harmless(pointer + "/" + i, value.get(i));
            }
        } else if (value.isTextual()) {
            String text = value.asText();
            checks.unless(
                    WORDS.matcher(text).matches() || isImage(text),
                    pointer,
                    "must be a colour, an https address, a picture, or words without signs that mean something in a"
                            + " web page");
        }
    }

    private static boolean isImage(String text) {
        return text.startsWith("data:") ? isPicture(text) : isAddress(text);
    }

    private static boolean isPicture(String text) {
        var matcher = PICTURE.matcher(text);
        if (text.length() > LONGEST_PICTURE || !matcher.matches()) {
            return false;
        }
        try {
            return Base64.getDecoder().decode(matcher.group(1)).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isAddress(String text) {
        if (text.length() > LONGEST_ADDRESS || text.indexOf('\'') >= 0 || text.indexOf('(') >= 0) {
            return false;
        }
        try {
            URI address = new URI(text);
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
