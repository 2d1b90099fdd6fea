package io.plexica.spi.authorization;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** What one principal may do in one tenant. Immutable and shared between threads. */
@ConsumerType
public interface Grants {

    /** Nothing at all: nobody's grants. */
    Grants NONE = new Grants() {
        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public Set<String> keys() {
            return Set.of();
        }

        @Override
        public boolean covers(String key) {
            return false;
        }
    };

    /** Names of the roles held. */
    Set<String> roles();

    /** The permission keys held, wildcards among them, as they were granted. */
    Set<String> keys();

    /** Whether a whole permission key, such as {@code crm:contacts:read}, is granted. */
    boolean covers(String key);
}
