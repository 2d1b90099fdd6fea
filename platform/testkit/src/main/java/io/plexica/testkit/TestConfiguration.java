package io.plexica.testkit;

import io.plexica.api.configuration.PluginConfiguration;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's settings made up for a test: {@code new TestConfiguration().set("currency", "EUR").feature("export", true)}. They hold
 * for every caller. There are no defaults and no schema here: set what the code under test is to find. Safe for all threads.
 */
public final class TestConfiguration implements PluginConfiguration {

    private final Map<String, Object> values = new ConcurrentHashMap<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Map<String, Boolean> features = new ConcurrentHashMap<>();

    /**
     * Sets a setting.
     *
     * @param name its key, without dots
     * @param value text, boolean, number, or a list or map of these
     */
    public TestConfiguration set(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Sets a secret. */
    public TestConfiguration secret(String name, String value) {
        secrets.put(name, value);
        return this;
    }

    /** Makes a feature known, on or off. */
    public TestConfiguration feature(String key, boolean on) {
        features.put(key, on);
        return this;
    }

    @Override
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }

    @Override
    public Optional<String> text(String name) {
        return find(name, String.class);
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return find(name, Boolean.class);
    }

    @Override
    public Optional<Integer> integer(String name) {
        return number(name).filter(TestConfiguration::isWhole).map(BigDecimal::intValue);
    }

    @Override
    public Optional<BigDecimal> number(String name) {
        return find(name, Number.class).map(number -> new BigDecimal(number.toString()));
    }

    @Override
    public List<String> texts(String name) {
        List<?> list = find(name, List.class).orElse(List.of());
        return list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    @Override
    public Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public boolean featureEnabled(String key) {
        Boolean on = features.get(key);
        if (on == null) {
            throw new IllegalArgumentException("This test knows no feature '" + key + "': make it known by feature(…)");
        }
        return on;
    }

    void clear() {
        values.clear();
        secrets.clear();
        features.clear();
    }

    private <T> Optional<T> find(String name, Class<T> type) {
        return Optional.ofNullable(find(new LinkedHashMap<>(values), name))
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static @Nullable Object find(Map<?, ?> within, String name) {
        Object whole = within.get(name);
        for (int dot = name.indexOf('.'); whole == null && dot > 0; dot = name.indexOf('.', dot + 1)) {
            if (within.get(name.substring(0, dot)) instanceof Map<?, ?> members) {
                whole = find(members, name.substring(dot + 1));
            }
        }
        return whole;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
