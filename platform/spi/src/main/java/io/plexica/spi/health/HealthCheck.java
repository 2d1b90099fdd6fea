package io.plexica.spi.health;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reports on one part of the platform. Register it as a service. Called on a worker thread at most once a second however
 * many ask; must answer within two seconds, or counts as not healthy.
 */
@ConsumerType
public interface HealthCheck {

    /** The part's name in {@code /health}: {@code database}, {@code identity}, {@code plugins}, … */
    String name();

    /** Whether {@code /health/ready} says DOWN while this part is not healthy. */
    boolean neededForReady();

    /** Looks now. What it throws counts as not healthy with that message. */
    Health check() throws Exception;

    /**
     * How a part is.
     *
     * @param error what is wrong, without secrets; null when healthy
     * @param details how its own parts are, by their names
     */
    record Health(boolean healthy, @Nullable String error, Map<String, String> details) {

        public Health {
            details = Map.copyOf(details);
        }

        /** Of a part that has no parts of its own. */
        public Health(boolean healthy, @Nullable String error) {
            this(healthy, error, Map.of());
        }

        /** All is well. */
        public static final Health UP = new Health(true, null);

        /** The same with how its own parts are. */
        public Health with(Map<String, String> parts) {
            return new Health(healthy, error, parts);
        }

        /** Something is wrong. */
        public static Health down(String error) {
            return new Health(false, error);
        }
    }
}
