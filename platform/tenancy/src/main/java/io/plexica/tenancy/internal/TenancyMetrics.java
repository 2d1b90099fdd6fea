package io.plexica.tenancy.internal;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many tenants there are. */
@Component
public final class TenancyMetrics implements MetricSource {

    private static final Metric ACTIVE = Metric.gauge("active_tenants", "Tenants that are ACTIVE");
    private static final Metric TENANTS = Metric.gauge("tenants", "Tenants, by what has become of them", "status");

    private final Tenants tenants;

    @Activate
    public TenancyMetrics(@Reference Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(ACTIVE, TENANTS);
    }

    @Override
    public void tell(Figures figures) {
        Map<TenantStatus, Long> found = tenants.all().stream()
                .map(Tenant::status)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        figures.value(ACTIVE, found.getOrDefault(TenantStatus.ACTIVE, 0L));
        for (TenantStatus status : TenantStatus.values()) {
            if (status != TenantStatus.DELETED) {
                figures.value(
                        TENANTS, found.getOrDefault(status, 0L), status.name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
