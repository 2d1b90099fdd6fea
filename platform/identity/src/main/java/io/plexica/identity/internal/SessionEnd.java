package io.plexica.identity.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends sign-ins on the platform, in the current unit of work; what the identity server knows of them is not touched. */
public interface SessionEnd {

    /**
     * Ends everything that was issued to somebody until now.
     *
     * @param slug the tenant; null for a super admin
     */
    void endAll(@Nullable String slug, UUID user);

    /** Ends everything that somebody has been or will be issued: of those who are gone for good. */
    void endForGood(@Nullable String slug, UUID user);
}
