package io.plexica.door.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.HttpConfiguration;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Puts the door there before the HTTP server listens. No component: it runs at a start level below that of the component runtime
 * and of the server, so it comes first and goes last. A door that is there before Pax Web looks for doors breaks its start (it asks
 * what it has not made yet), and whoever hears of Pax Web beside those who start its server may hear too late; a hook hears before.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class DoorActivator implements BundleActivator, EventListenerHook, SynchronousBundleListener {

    /** Of customizers that rank the same Pax Web takes the first and forgets the others; the usual rank is the web room's. */
    private static final Dictionary<String, Object> RANKED =
            FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 1));

    private static final String SERVERS = "org.ops4j.pax.web.service.spi.ServerControllerFactory";

    private final Map<Bundle, ServiceRegistration<?>> doors = new ConcurrentHashMap<>();
    private final Door door = new Door();
    private volatile @SuppressWarnings("NullAway.Init") BundleContext context;

    @Override
    public void start(BundleContext given) {
        context = given;
        given.addBundleListener(this);
        given.registerService(EventListenerHook.class, this, null);
        ServiceReference<?> present = given.getServiceReference(SERVERS);
        if (present != null) {
            put(present.getBundle());
        }
    }

    @Override
    public void stop(BundleContext given) {}

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        ServiceReference<?> reference = event.getServiceReference();
        if (event.getType() == ServiceEvent.REGISTERED
                && Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .contains(SERVERS)) {
            put(reference.getBundle());
        }
    }

    /** The server has ended, and would not start again with a door that is there. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED) {
            ServiceRegistration<?> gone = doors.remove(event.getBundle());
            if (gone != null) {
                gone.unregister();
            }
        }
    }

    private void put(Bundle servers) {
        if (doors.isEmpty()) {
            doors.put(servers, context.registerService(HttpConfiguration.Customizer.class, door, RANKED));
        }
    }
}
