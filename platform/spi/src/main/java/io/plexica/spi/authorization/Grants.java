package io.plexica.spi.authorization;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** What one principal may do in one workspace of one tenant. Immutable and shared between threads. */
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

    /** Names of the roles held, those through teams among them. */
    Set<String> roles();

    /** The permission keys held, wildcards among them, as they were granted. */
    Set<String> keys();

    /**
     * What is held in the whole tenant, without what teams lend in this one workspace: what may be given on to others, and
     * what changes of the tenant as a whole, or of another workspace, are judged by. Policies and the workspace role narrow
     * it just the same.
     */
    default Grants own() {
        return this;
    }

    /** The keys of {@link #own}. */
    default Set<String> ownKeys() {
        return own().keys();
    }

    /** Whether a whole permission key, such as {@code crm:contacts:read}, is granted by a role; policies not asked. */
    boolean covers(String key);

    /**
     * Decides by roles and policies, as far as that can be without the resource.
     *
     * @param remoteAddress {@code environment.ip}; null when unknown
     */
    default Verdict decide(String key, @Nullable String remoteAddress) {
        return covers(key) ? Verdict.ALLOW : Verdict.DENY;
    }

    /**
     * Decides by roles and policies for a resource.
     *
     * @param resource its attributes, {@code resource.*} without the prefix; values are text, numbers, booleans, instants,
     *     UUIDs, lists of them, or maps
     * @param remoteAddress {@code environment.ip}; null when unknown
     */
    default boolean allows(String key, Map<String, ?> resource, @Nullable String remoteAddress) {
        return covers(key);
    }
}
