package io.plexica.web.internal.bounds;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;

/**
 * What becomes of a call, and that it is told once: when its answer is taken away, since its thread may never end, or at its
 * end. Whoever ends a call waits for whoever cuts it off, so that the two do not meet here. Safe for all threads.
 */
final class CallOutcome {

    private final VersionCalls version;
    private final long began;
    private volatile boolean told;
    private volatile boolean blameless;
    private volatile boolean blamed;
    private volatile boolean ranOut;

    CallOutcome(VersionCalls version, long began) {
        this.version = version;
        this.began = began;
    }

    /** What the call's thread hears where somebody else has answered. */
    static PlexicaException cutOff() {
        return new PlexicaException(ErrorCode.PLUGIN_TIMEOUT, "The call was cut off before it ended");
    }

    void blame(boolean plugin) {
        blamed = plugin;
        blameless = !plugin;
    }

    void ranOut() {
        ranOut = true;
    }

    /** The answer was taken away from the call's thread. */
    void cut(TenantCalls tenant, int status) {
        tenant.timedOut();
        tell(tenant, status, true);
    }

    /** The answer is complete. */
    void ended(TenantCalls tenant, int status, boolean cut) {
        boolean late = ranOut && status == ErrorCode.PLUGIN_TIMEOUT.status() && !cut;
        if (late) {
            tenant.timedOut();
        }
        tell(tenant, status, late || cut || blamed || status == 500);
    }

    private void tell(TenantCalls tenant, int status, boolean failed) {
        if (!told) {
            told = true;
            version.ended(tenant, began, status, failed && !blameless);
        }
    }
}
