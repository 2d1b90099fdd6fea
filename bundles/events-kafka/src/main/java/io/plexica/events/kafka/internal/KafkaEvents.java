package io.plexica.events.kafka.internal;

import io.plexica.spi.config.Secrets;
import io.plexica.spi.events.EventArrivals;
import io.plexica.spi.events.EventTransport;
import java.util.Dictionary;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers Kafka as what carries events. */
@Component(
        service = KafkaEvents.class,
        immediate = true,
        configurationPid = KafkaConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class KafkaEvents {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaEvents.class);

    private final @Nullable KafkaTransport transport;
    private final @Nullable ServiceRegistration<EventTransport> registration;

    /** Takes the brokers that are set; begins anew when there is somebody to bring events to, or nobody any more. */
    @Activate
    public KafkaEvents(
            BundleContext context,
            KafkaConfig config,
            @Reference Secrets secrets,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    EventArrivals arrivals) {
        if (arrivals == null) {
            transport = null;
            registration = null;
            return;
        }
        KafkaSettings settings = KafkaSettings.of(config, secrets::find);
        transport = new KafkaTransport(settings, arrivals);
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(EventTransport.NAME, KafkaTransport.TRANSPORT);
        registration = context.registerService(EventTransport.class, transport, properties);
        LOG.info("Events can travel by {}", settings);
    }

    /** Offers it no more. */
    @Deactivate
    public void close() {
        if (registration != null) {
            registration.unregister();
        }
        if (transport != null) {
            transport.close();
        }
    }
}
