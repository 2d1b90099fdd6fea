package io.plexica.web.internal.server;

import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;

/**
 * What the shared bus remembers of classes although their server is gone: CXF keeps the proxies for {@code @Context} fields
 * in properties of the bus, by class.
 */
final class BusMemory {

    private static final List<String> MAPS =
            List.of("jaxrs-field-proxy-map", "jaxrs-setter-proxy-map", "jaxrs-constructor-proxy-map");

    private BusMemory() {}

    static void forget(Bus bus, ClassLoader loader) {
        for (String name : MAPS) {
            if (bus.getProperty(name) instanceof Map<?, ?> map) {
                map.keySet().removeIf(key -> key instanceof Class<?> type && type.getClassLoader() == loader);
            }
        }
    }
}
