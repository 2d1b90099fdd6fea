package io.plexica.plugins.internal.host;

import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the framework forget bundles that are gone, and waits until it has. */
final class BundleRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(BundleRefresh.class);
    private static final long SECONDS = 10;

    private BundleRefresh() {}

    static void of(FrameworkWiring framework, Collection<Bundle> bundles) {
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.refreshBundles(bundles, event -> refreshed.countDown());
        try {
            if (!refreshed.await(SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} were not refreshed within {} s", bundles, SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
