package io.plexica.api.configuration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The calling plugin's settings as they hold for the current work: the manifest's defaults, over them what the tenant has set,
 * over that what the current workspace has set. Objects are merged member by member, everything else is replaced; what is
 * null counts as not set. A service of bundle scope: inject it with {@code @Reference}; a plugin gets its own settings alone.
 *
 * <p>Answered from memory, so ask each time instead of keeping what you got: a change shows on every node within a second.
 * What must be done when settings change is for a {@link ConfigurationListener}. Outside a workspace what the tenant has set
 * holds. Every method fails with {@code internal-error} where there is no tenant, as on a thread of the plugin's own. Safe for
 * all threads.
 *
 * <p>A setting is named by its key, one within an object by the keys on the way, with dots between: {@code mail.host}. Where
 * the value there is of another kind than asked for, or missing, the answer is empty. Changes are checked against the
 * schema before they are kept; a value that was set under an older version of the plugin may not fit a newer one's.
 */
@ProviderType
public interface PluginConfiguration {

    /**
     * All settings but the secret ones, as parsed JSON: text, {@code Boolean}, {@code Integer}, {@code Long}, other
     * {@code Number}s, lists and maps of these. Unmodifiable to its depth.
     */
    Map<String, Object> values();

    /** A text. */
    Optional<String> text(String name);

    /** True or false. */
    Optional<Boolean> flag(String name);

    /** A whole number that fits an {@code int}. */
    Optional<Integer> integer(String name);

    /** Any number, exactly. */
    Optional<BigDecimal> number(String name);

    /** A list of texts; empty also where there is none. Elements that are no texts are left out. */
    List<String> texts(String name);

    /**
     * A secret, one of the manifest's {@code configuration.secrets}. Decrypted at each call: use it and let it go. Never put it
     * into an answer, an exception's message, a log or an audit row.
     *
     * @return what was set at the nearest level; a secret that is no text as JSON
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} when it cannot be decrypted, since the platform's
     *     key is missing or another than it was
     */
    Optional<String> secret(String name);

    /**
     * Whether one of the manifest's {@code features} is on. The workspace's choice counts first; without one a feature is on
     * where the manifest says so, or where the operator has switched on the feature flag {@code <plugin>.<key>} (in lower case)
     * for the tenant, its plan or all.
     *
     * @throws IllegalArgumentException when the manifest has no such feature
     */
    boolean featureEnabled(String key);
}
