package io.plexica.search.opensearch.internal;

import io.plexica.spi.config.Secrets;
import io.plexica.spi.search.SearchEngine;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers an OpenSearch server as a search engine, where there is one. */
@Component(
        service = OpenSearchOffer.class,
        immediate = true,
        configurationPid = OpenSearchConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class OpenSearchOffer {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchOffer.class);

    private final @Nullable ServiceRegistration<SearchEngine> registration;

    /** Takes the server that is set. */
    @Activate
    public OpenSearchOffer(BundleContext context, OpenSearchConfig config, @Reference Secrets secrets) {
        if (config.url().isBlank()) {
            registration = null;
            return;
        }
        OpenSearchSettings settings = OpenSearchSettings.of(
                config, secrets.find("OPENSEARCH_PASSWORD").orElse(null));
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(SearchEngine.ENGINE, "opensearch");
        registration = context.registerService(SearchEngine.class, new OpenSearchEngine(settings), properties);
        LOG.info("Documents can be found by {}", settings);
    }

    /** Offers it no more. */
    @Deactivate
    public void close() {
        if (registration != null) {
            registration.unregister();
        }
    }
}
