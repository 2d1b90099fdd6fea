package io.plexica.storage.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.config.EncryptionKeyProvider;
import io.plexica.spi.config.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What links are signed with: it follows from the platform's encryption key, and so is the same on all nodes. */
@Component(service = LinkKey.class)
public final class LinkKey {

    private static final String NAME = "ENCRYPTION_KEY";
    private static final int SHORTEST = 24;
    private static final String ALGORITHM = "HmacSHA256";

    private final Secrets secrets;
    private final AtomicReference<@Nullable EncryptionKeyProvider> provider = new AtomicReference<>();

    /** Asks these secrets. */
    @Activate
    public LinkKey(@Reference Secrets secrets) {
        this.secrets = secrets;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindProvider(EncryptionKeyProvider found) {
        provider.set(found);
    }

    void unbindProvider(EncryptionKeyProvider gone) {
        provider.compareAndSet(gone, null);
    }

    /**
     * The signature of a text.
     *
     * @throws PlexicaException {@code conflict} naming the variable that is missing or not fit
     */
    byte[] sign(String text) {
        byte[] key = hmac(text().getBytes(StandardCharsets.UTF_8), "plexica links to objects");
        return hmac(key, text);
    }

    private String text() {
        return found().filter(text -> text.length() >= SHORTEST)
                .orElseThrow(() -> PlexicaException.conflict(
                        "encryption-key-missing",
                        "Links are signed by the platform's key, and there is none: set PLEXICA_" + NAME
                                + " to 24 characters or more; only an operator can"));
    }

    private Optional<String> found() {
        Optional<String> set = secrets.find(NAME);
        EncryptionKeyProvider brought = provider.get();
        if (set.isPresent() || brought == null) {
            return set;
        }
        try {
            return brought.key();
        } catch (Exception e) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "The key that signs links cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
