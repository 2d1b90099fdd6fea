package io.plexica.plugins.internal.configuration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads plain settings. Pure. */
final class Settings {

    private Settings() {}

    /** A setting by its key, or by the keys on the way to it with dots between. */
    static Optional<Object> find(Map<?, ?> values, String name) {
        Object whole = values.get(name);
        if (whole != null) {
            return Optional.of(whole);
        }
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            if (values.get(name.substring(0, dot)) instanceof Map<?, ?> within) {
                Optional<Object> found = find(within, name.substring(dot + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /** A number as a whole one, if it is that and not too large. */
    static Optional<Integer> whole(BigDecimal number) {
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    static List<String> texts(List<?> list) {
        return list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
