package io.plexica.plugins.internal.publish;

import io.plexica.plugins.internal.store.StoredVersion;

/**
 * What came of publishing a jar.
 *
 * @param version the version that the jar is
 * @param changed whether it was published just now; false when the same bytes were there already
 */
public record PublicationOutcome(StoredVersion version, boolean changed) {}
