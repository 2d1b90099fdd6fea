package io.plexica.identity.keycloak.internal;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers what is counted of the calls to Keycloak. */
@Component
public final class KeycloakFigures implements MetricSource {

    private final KeycloakMetrics metrics;

    @Activate
    public KeycloakFigures(@Reference KeycloakServer server) {
        this.metrics = server.http().metrics();
    }

    @Override
    public List<Metric> metrics() {
        return metrics.metrics();
    }

    @Override
    public void tell(Figures figures) {
        metrics.tell(figures);
    }
}
