package io.plexica.identity.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The settings of this room, read once and checked. */
@Component(
        service = IdentitySettings.class,
        configurationPid = IdentityConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class IdentitySettings {

    /** Symmetric algorithms would turn a public key into a password; "none" needs no key at all. */
    private static final Pattern ASYMMETRIC = Pattern.compile("(RS|PS|ES)(256|384|512)");

    private static final int MEGABYTE = 1024 * 1024;

    private final IdentityConfig config;
    private final Set<String> algorithms;

    @Activate
    public IdentitySettings(IdentityConfig config) {
        this.config = config;
        this.algorithms = algorithms(config.tokenAlgorithms());
    }

    /** Names of the signature algorithms that tokens may use. */
    public Set<String> algorithms() {
        return algorithms;
    }

    /** The longest token that is looked at. */
    public int tokenMaxBytes() {
        return config.tokenMaxBytes();
    }

    /** How far clocks may differ. */
    public Duration leeway() {
        return Duration.ofSeconds(config.tokenLeewaySeconds());
    }

    /** How many characters of verified tokens are kept. */
    public long tokenCacheCharacters() {
        return (long) config.tokenCacheMb() * MEGABYTE;
    }

    /** After how long the keys of a realm are read again. */
    public Duration keysCache() {
        return Duration.ofSeconds(config.keysCacheSeconds());
    }

    /** How often at most an unknown key leads to reading keys. */
    public Duration keysRefetch() {
        return Duration.ofSeconds(config.keysRefetchSeconds());
    }

    /** Failed logins of a user in a minute. */
    public int loginFailuresPerUser() {
        return config.loginFailuresPerUser();
    }

    /** Failed logins from an address in a minute. */
    public int loginFailuresPerAddress() {
        return config.loginFailuresPerAddress();
    }

    /** How many API keys a tenant may have. */
    public int apiKeysMax() {
        return config.apiKeysMax();
    }

    /** The super admin to create; empty for none. */
    public String superAdminEmail() {
        return config.superAdminEmail().strip();
    }

    /** How long an invitation can be accepted. */
    public Duration invitationLife() {
        return Duration.ofDays(config.invitationDays());
    }

    /** How long the link of a password reset can be used. */
    public Duration passwordResetLife() {
        return Duration.ofHours(config.passwordResetHours());
    }

    /** The platform's address for browsers, without a slash at the end. */
    public URI publicUrl() {
        String text = config.publicUrl().strip();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private static Set<String> algorithms(String text) {
        Set<String> names = new TreeSet<>();
        for (String part : text.split(",")) {
            String name = part.strip();
            if (!ASYMMETRIC.matcher(name).matches()) {
                throw new IllegalArgumentException("PLEXICA_TOKEN_ALGORITHMS: '" + name
                        + "' is not possible; possible are RS, PS and ES with 256, 384 and 512");
            }
            names.add(name);
        }
        return Set.copyOf(names);
    }
}
