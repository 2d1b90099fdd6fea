package io.plexica.plugins.internal.configuration;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.SealedSecret;
import io.plexica.spi.config.EncryptionKeyProvider;
import io.plexica.spi.config.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key by which plugins' secrets are sealed: the environment's, else one that was brought along. What was sealed with a key
 * that was there before opens as long as that one is named, too. Safe for all threads.
 */
@Component(service = SecretKeys.class)
public final class SecretKeys {

    /** The secret's name in the environment, behind the prefix. */
    static final String NAME = "ENCRYPTION_KEY";

    /** The secret's name that holds the keys that were before, one a line. */
    static final String OLD = NAME + "_OLD";

    private static final String VARIABLE = "PLEXICA_" + NAME;
    private static final int SHORTEST = 24;

    private static final Logger LOG = LoggerFactory.getLogger(SecretKeys.class);

    private final Secrets secrets;
    private final AtomicReference<@Nullable EncryptionKeyProvider> provider = new AtomicReference<>();
    private volatile @Nullable Known known;
    private volatile Map<String, SecretBox> older = Map.of();

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

    /** Whether there is a key. */
    public boolean isThere() {
        return text().isPresent();
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
    Optional<String> open(String place, SealedSecret sealed) {
        Known present = known;
        if (present != null && present.box().keyId().equals(sealed.keyId())) {
            return present.box().open(place, sealed);
        }
        SecretBox old = older.get(sealed.keyId());
        return old == null ? openAnew(place, sealed) : old.open(place, sealed);
    }

    /** The same by the keys that the platform has now; empty when none of them is the one that sealed it. */
    Optional<String> openAnew(String place, SealedSecret sealed) {
        try {
            SecretBox present = box();
            return present.keyId().equals(sealed.keyId())
                    ? present.open(place, sealed)
                    : Optional.ofNullable(older().get(sealed.keyId())).flatMap(box -> box.open(place, sealed));
        } catch (PlexicaException e) {
            LOG.warn("A secret of a plugin cannot be opened: {}", e.detail());
            return Optional.empty();
        }
    }

    /** The place for which a secret is sealed. None of the parts may contain a line break. */
    static String place(String slug, String pluginId, @Nullable UUID workspace, String name) {
        return String.join("\n", slug, pluginId, workspace == null ? "" : workspace.toString(), name);
    }

    /** By id, those that were before: what is named as such, and what was brought along where the environment has another. */
    private Map<String, SecretBox> older() {
        Map<String, SecretBox> boxes = new HashMap<>();
        EncryptionKeyProvider brought = provider.get();
        Stream.concat(
                        secrets.find(OLD).stream().flatMap(String::lines),
                        brought == null || secrets.find(NAME).isEmpty() ? Stream.empty() : read(brought).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(SecretBox::of)
                .forEach(box -> boxes.put(box.keyId(), box));
        older = Map.copyOf(boxes);
        return older;
    }

    private Optional<String> text() {
        Optional<String> set = secrets.find(NAME);
        EncryptionKeyProvider brought = provider.get();
        if (set.isPresent() || brought == null) {
            return set;
        }
        return read(brought);
    }

    private static Optional<String> read(EncryptionKeyProvider brought) {
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
