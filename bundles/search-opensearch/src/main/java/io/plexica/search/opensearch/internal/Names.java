package io.plexica.search.opensearch.internal;

import io.plexica.spi.search.Entry;
import io.plexica.spi.search.IndexRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The names of indexes, {@code plexica_acme__crm__1}. No two tenants, nor two plugins, share one, since neither slugs nor ids
 * have an underscore.
 */
record Names(String prefix) {

    /** OpenSearch takes no more bytes. */
    private static final int LONGEST_ID = 512;

    private static final String SEPARATOR = "__";

    String of(IndexRef index) {
        return ofTenant(index.tenantSlug()) + index.pluginId() + SEPARATOR + index.generation();
    }

    /** How the names of a tenant's indexes begin. */
    String ofTenant(String slug) {
        return prefix + "_" + slug + SEPARATOR;
    }

    /** The index with a name; empty for one that is not ours. */
    Optional<IndexRef> read(String name) {
        String begin = prefix + "_";
        String[] parts = name.startsWith(begin) ? name.substring(begin.length()).split(SEPARATOR, -1) : new String[0];
        return parts.length == 3 && parts[2].matches("[0-9]{1,18}")
                ? Optional.of(new IndexRef(parts[0], parts[1], Long.parseLong(parts[2])))
                : Optional.empty();
    }

    /** The key of a document. */
    static String key(Entry entry) {
        String key = entry.type() + "/" + entry.id();
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_ID) {
            return key;
        }
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
