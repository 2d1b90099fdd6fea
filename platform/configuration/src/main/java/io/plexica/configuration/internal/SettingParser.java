package io.plexica.configuration.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns the text of a setting into its value, or says what is wrong with it. */
final class SettingParser {

    private SettingParser() {}

    /** The value in the form in which components get it. */
    static Object parse(Setting setting, String text) throws InvalidSettingException {
        if (!setting.many()) {
            return one(setting, text.strip());
        }
        List<String> parts = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        for (String part : parts) {
            one(setting, part);
        }
        return parts.toArray(new String[0]);
    }

    private static Object one(Setting setting, String text) throws InvalidSettingException {
        if (!setting.options().isEmpty() && !setting.options().contains(text)) {
            throw new InvalidSettingException("must be one of " + String.join(", ", setting.options()));
        }
        return switch (setting.kind()) {
            case TEXT -> text;
            case BOOLEAN -> bool(text);
            case INTEGER -> inRange(setting, text).intValueExact();
            case LONG -> inRange(setting, text).longValueExact();
            case DECIMAL -> inRange(setting, text).doubleValue();
        };
    }

    private static Boolean bool(String text) throws InvalidSettingException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new InvalidSettingException("must be true or false");
        };
    }

    private static BigDecimal inRange(Setting setting, String text) throws InvalidSettingException {
        BigDecimal number = number(setting.kind(), text);
        BigDecimal min = setting.min() == null ? least(setting.kind()) : new BigDecimal(setting.min());
        BigDecimal max = setting.max() == null ? greatest(setting.kind()) : new BigDecimal(setting.max());
        if (number.compareTo(min) < 0) {
            throw new InvalidSettingException("must be at least " + min.toPlainString());
        }
        if (number.compareTo(max) > 0) {
            throw new InvalidSettingException("must be at most " + max.toPlainString());
        }
        return number;
    }

    private static BigDecimal number(Setting.Kind kind, String text) throws InvalidSettingException {
        String form = kind == Setting.Kind.DECIMAL ? "[+-]?\\d{1,300}(\\.\\d{1,300})?" : "[+-]?\\d{1,300}";
        if (!text.matches(form)) {
            throw new InvalidSettingException("must be a " + kind.words());
        }
        return new BigDecimal(text);
    }

    private static BigDecimal least(Setting.Kind kind) {
        return switch (kind) {
            case INTEGER -> BigDecimal.valueOf(Integer.MIN_VALUE);
            case LONG -> BigDecimal.valueOf(Long.MIN_VALUE);
            default -> BigDecimal.valueOf(-Double.MAX_VALUE);
        };
    }

    private static BigDecimal greatest(Setting.Kind kind) {
        return switch (kind) {
            case INTEGER -> BigDecimal.valueOf(Integer.MAX_VALUE);
            case LONG -> BigDecimal.valueOf(Long.MAX_VALUE);
            default -> BigDecimal.valueOf(Double.MAX_VALUE);
        };
    }
}
