package io.plexica.api.shared;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Values that the plugins of the current tenant share. Each lies under a key in a namespace; a namespace is the id of the
 * plugin to which its values belong. A plugin does with its own what it likes; with another's what that one has
 * {@link #grant granted} it in this tenant. A service of bundle scope: inject it with {@code @Reference}.
 *
 * <p>A value is what JSON can say: text, a number, true or false, a list or a map of such with text as keys; not null at the
 * top. It takes at most 64 KiB as JSON and 32 levels. A key has 1 to 200 of the characters {@code A-Z a-z 0-9 . _ : -}; the
 * key {@code grants} is the platform's. A namespace holds at most 10,000 values.
 *
 * <p>Every method takes part in the current unit of work and needs a tenant. What is not allowed fails with
 * {@code permission-denied}, what is not valid with {@code validation-failed}. Not meant for secrets: whoever may read a
 * namespace sees all of it. Safe for all threads.
 */
@ProviderType
public interface SharedData {

    /** A value; empty when there is none, or its time is over. Whole numbers come as they are, others as BigDecimal. */
    Optional<Object> get(String namespace, String key);

    /**
     * Puts a value in the place of what was there.
     *
     * @param timeToLive how long it is there, up to a year; null for as long as nobody removes it
     */
    void put(String namespace, String key, Object value, @Nullable Duration timeToLive);

    /**
     * Removes a value.
     *
     * @return whether there was one
     */
    boolean remove(String namespace, String key);

    /** Lets another plugin of this tenant at this plugin's own values; what it was granted before is replaced. */
    void grant(String plugin, SharedAccess access);

    /** Lets another plugin at this plugin's own values no more. */
    void revoke(String plugin);
}
