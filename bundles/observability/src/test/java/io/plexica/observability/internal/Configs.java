package io.plexica.observability.internal;

import java.lang.annotation.Annotation;

/** Settings for tests. */
final class Configs {

    private Configs() {}

    static TracesConfig of(String endpoint) {
        return of(endpoint, 100);
    }

    static TracesConfig of(String endpoint, int percent) {
        return new TracesConfig() {

            @Override
            public String otlpEndpoint() {
                return endpoint;
            }

            @Override
            public int otlpPercent() {
                return percent;
            }

            @Override
            public String otlpService() {
                return "plexica";
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return TracesConfig.class;
            }
        };
    }
}
