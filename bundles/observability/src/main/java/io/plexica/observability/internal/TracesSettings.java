package io.plexica.observability.internal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where traces go.
 *
 * @param endpoint the whole address
 * @param percent how many of a hundred calls are traced
 * @param service the name of the platform in them
 * @param headers what goes along, such as a key; never shown
 */
record TracesSettings(URI endpoint, int percent, String service, Map<String, String> headers) {

    private static final String PATH = "/v1/traces";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    TracesSettings {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads the settings.
     *
     * @param headers as {@code name=value,…}; null for none
     * @throws IllegalArgumentException saying which setting is wrong
     */
    static TracesSettings of(TracesConfig config, @Nullable String headers) {
        return new TracesSettings(
                endpoint(config.otlpEndpoint().strip()), config.otlpPercent(), config.otlpService(), pairs(headers));
    }

    private static URI endpoint(String text) {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw notAnAddress(text, e);
        }
        if (address.getScheme() == null || !SCHEMES.contains(address.getScheme()) || address.getHost() == null) {
            throw notAnAddress(text, null);
        }
        String path = address.getRawPath();
        return path.isEmpty() || path.equals("/") ? address.resolve(PATH) : address;
    }

    private static Map<String, String> pairs(@Nullable String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text == null || text.isBlank() ? new String[0] : text.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "PLEXICA_OTLP_HEADERS must be name=value, several with commas between them");
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    private static IllegalArgumentException notAnAddress(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "PLEXICA_OTLP_ENDPOINT must be an address such as http://collector:4318, not '" + text + "'", cause);
    }

    @Override
    public String toString() {
        return endpoint + ", " + percent + " of 100 calls";
    }
}
