package io.plexica.web.internal.whole;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Whether this node has all that it is going to have: from the first moment at which it is ready until it begins to stop. What is
 * not found before and after that may well be there, so nobody is told that it is not. Safe for all threads.
 */
@Component(service = Completeness.class)
public final class Completeness {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final BooleanSupplier ready;
    private final BooleanSupplier stopping;
    private volatile boolean begun;

    /** Asks for the health only when something was not found: those whose health it is ask here, too. */
    @Activate
    public Completeness(BundleContext context) {
        this(() -> isReady(context), isStopping(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)));
    }

    /** For a container without OSGi. */
    public Completeness(BooleanSupplier ready, BooleanSupplier stopping) {
        this.ready = ready;
        this.stopping = stopping;
    }

    /** Whether what is not found is not there. */
    public boolean is() {
        if (stopping.getAsBoolean()) {
            return false;
        }
        if (!begun) {
            begun = ready.getAsBoolean();
        }
        return begun;
    }

    /** What to say of something that was not found: that it is not there, or to ask again. */
    public PlexicaException missing(ErrorCode code, String detail) {
        return is() ? new PlexicaException(code, detail) : later();
    }

    /** That it is to be asked for again. */
    public static PlexicaException later() {
        return new PlexicaException(
                        ErrorCode.UNAVAILABLE, "The platform is starting or stopping: try again in a few seconds")
                .with("retryAfter", RETRY_AFTER_SECONDS);
    }

    private static BooleanSupplier isStopping(Bundle framework) {
        return () -> framework.getState() == Bundle.STOPPING;
    }

    private static boolean isReady(BundleContext context) {
        ServiceReference<ReadinessLookup> reference = context.getServiceReference(ReadinessLookup.class);
        if (reference == null) {
            return false;
        }
        try {
            ReadinessLookup board = context.getService(reference);
            return board != null && board.isReady();
        } finally {
            context.ungetService(reference);
        }
    }
}
