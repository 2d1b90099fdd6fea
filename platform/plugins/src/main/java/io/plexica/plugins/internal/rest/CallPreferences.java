package io.plexica.plugins.internal.rest;

import io.plexica.plugins.internal.preview.ExpectedState;
import io.plexica.spi.web.Preference;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** How a call wants to be answered: with a preview, on a condition, at once. */
public final class CallPreferences {

    @QueryParam("dryRun")
    private @Nullable String dryRun;

    @HeaderParam(HttpHeaders.IF_MATCH)
    private @Nullable String ifMatch;

    @HeaderParam("Prefer")
    private @Nullable String prefer;

    /** For JAX-RS, which fills the fields. */
    public CallPreferences() {}

    /** Whether nothing is to be done but told what would be. What is neither true nor false never gets here. */
    boolean isPreview() {
        return "true".equals(dryRun);
    }

    /** The state that the caller has seen in a preview. */
    ExpectedState expected() {
        return ExpectedState.of(ifMatch);
    }

    /** Whether the caller would rather not wait. */
    boolean isAsynchronous() {
        return Preference.isAsynchronous(prefer);
    }
}
