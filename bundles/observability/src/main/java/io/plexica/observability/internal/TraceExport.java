package io.plexica.observability.internal;

import io.plexica.spi.config.Secrets;
import io.plexica.spi.tracing.Tracing;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports traces while an endpoint is configured. */
@Component(
        service = TraceExport.class,
        immediate = true,
        configurationPid = "io.plexica.observability",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class TraceExport {

    private static final Logger LOG = LoggerFactory.getLogger(TraceExport.class);

    private final @Nullable OtlpTracer tracer;

    /** Begins, where there is an endpoint. */
    @Activate
    public TraceExport(TracesConfig config, @Reference Secrets secrets) {
        if (config.otlpEndpoint().isBlank()) {
            tracer = null;
            return;
        }
        TracesSettings settings =
                TracesSettings.of(config, secrets.find("OTLP_HEADERS").orElse(null));
        tracer = new OtlpTracer(settings);
        Tracing.export(tracer);
        LOG.info("Traces go to {}", settings);
    }

    @Deactivate
    void stop() {
        if (tracer != null) {
            Tracing.end(tracer);
            tracer.close();
        }
    }
}
