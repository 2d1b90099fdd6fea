package io.plexica.plugins.internal.configuration;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.Sealed;
import io.plexica.spi.config.EncryptionKeyProvider;
import io.plexica.spi.config.Secrets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key by which plugins' secrets are sealed: the environment's, else one that was brought along. Safe for all threads. */
@Component(service = SecretKeys.class)
public final class SecretKeys {

    /** The secret's name in the environment, behind the prefix. */
    static final String NAME = "ENCRYPTION_KEY";

    private static final String VARIABLE = "PLEXICA_" + NAME;
    private static final int SHORTEST = 24;

    private static final Logger LOG = LoggerFactory.getLogger(SecretKeys.class);

    private final Secrets secrets;
    private final AtomicReference<@Nullable EncryptionKeyProvider> provider = new AtomicReference<>();
    private volatile @Nullable Known known;

    /** Asks these secrets. */
    @Activate
    public SecretKeys(@Reference Secrets secrets) {
        this.secrets = secrets;
    }

    /** Who brings a key along. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindProvider(EncryptionKeyProvider found) {
        provider.set(found);
    }

    /** Nobody does any more. */
    public void unbindProvider(EncryptionKeyProvider gone) {
        provider.compareAndSet(gone, null);
    }

    /**
     * What seals and opens.
     *
     * @throws PlexicaException {@code conflict} naming the variable that is missing or not fit
     */
    SecretBox box() {
        String text = text().orElseThrow(() -> refusal(
                "encryption-key-missing",
                "Secrets of plugins are kept encrypted, and there is no key: set " + VARIABLE + ", or " + VARIABLE
                        + "_FILE to a file that holds it"));
        Known present = known;
        if (present != null && present.text().equals(text)) {
            return present.box();
        }
        if (text.length() < SHORTEST) {
            throw refusal("encryption-key-short", VARIABLE + " must have " + SHORTEST + " characters or more");
        }
        Known fresh = new Known(text, SecretBox.of(text));
        known = fresh;
        return fresh.box();
    }

    /** What is in a sealed secret, for whoever may be asked at any time: a key that was read before is not read again. */
    Optional<String> open(String place, Sealed sealed) {
        Known present = known;
        return present != null && present.box().keyId().equals(sealed.keyId())
                ? present.box().open(place, sealed)
                : openAnew(place, sealed);
    }

    /** The same by the key that the platform has now; empty when that is not the one that sealed it. */
    Optional<String> openAnew(String place, Sealed sealed) {
        try {
            return box().open(place, sealed);
        } catch (PlexicaException e) {
            LOG.warn("A secret of a plugin cannot be opened: {}", e.detail());
            return Optional.empty();
        }
    }

    /** The place for which a secret is sealed. None of the parts may contain a line break. */
    static String place(String slug, String pluginId, @Nullable UUID workspace, String name) {
        return String.join("\n", slug, pluginId, workspace == null ? "" : workspace.toString(), name);
    }

    private Optional<String> text() {
        Optional<String> set = secrets.find(NAME);
        EncryptionKeyProvider brought = provider.get();
        if (set.isPresent() || brought == null) {
            return set;
        }
        try {
            return brought.key();
        } catch (Exception e) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "The key for secrets of plugins cannot be read: " + e.getMessage(), e);
        }
    }

    private static PlexicaException refusal(String reason, String detail) {
        return PlexicaException.conflict(reason, detail + "; only an operator can");
    }

    private record Known(String text, SecretBox box) {

        @Override
        public String toString() {
            return "Known";
        }
    }
}
