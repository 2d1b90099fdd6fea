package io.plexica.plugins.internal.ui;

import io.plexica.api.manifest.Web;
import io.plexica.plugins.internal.store.StoredVersion;

/**
 * Whether a plugin's pages run within the console's own, where they can do all that the person before them can. A manifest is the
 * word of the plugin itself: it can ask for the frame, and not out of it.
 */
final class TrustedPages {

    private TrustedPages() {}

    /**
     * Decides.
     *
     * @param vouched whether somebody trusted has signed the bytes, or they came with the platform
     * @param dev whether this is a developer's machine
     */
    static boolean isSandboxed(Web web, boolean vouched, boolean dev) {
        boolean asked = Boolean.TRUE.equals(web.sandbox());
        return asked || !vouched && !dev;
    }

    /** Whether somebody vouches for a version's bytes. */
    static boolean isVouchedFor(StoredVersion version, boolean shipped) {
        return version.signer() != null || shipped;
    }
}
