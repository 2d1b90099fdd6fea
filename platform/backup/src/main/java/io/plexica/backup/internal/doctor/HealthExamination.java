package io.plexica.backup.internal.doctor;

import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import io.plexica.spi.health.HealthCheck;
import io.plexica.spi.health.HealthCheck.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What works now: all that {@code /health} asks, with Redis, Kafka, the object store and the identity server among it. */
@Component(service = Examination.class)
public final class HealthExamination implements Examination {

    private static final Logger LOG = LoggerFactory.getLogger(HealthExamination.class);

    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

    @Activate
    public HealthExamination() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(HealthCheck check) {
        checks.add(check);
    }

    void remove(HealthCheck check) {
        checks.remove(check);
    }

    @Override
    public String area() {
        return "health";
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        checks.forEach(check -> findings.add(look(check)));
        return findings;
    }

    private static Finding look(HealthCheck check) {
        Health health = health(check);
        String details = new TreeMap<>(health.details())
                .entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining(", "));
        if (health.healthy()) {
            return Finding.ok(check.name(), details.isEmpty() ? "works" : details);
        }
        String error = String.valueOf(health.error());
        String advice = "the platform goes on without it, and less well: see " + check.name() + " in docs/operating.md";
        return check.neededForReady()
                ? Finding.fail(check.name(), error, "the platform is not ready without it: see to it first")
                : Finding.warn(check.name(), error, advice);
    }

    private static Health health(HealthCheck check) {
        try {
            return check.check();
        } catch (Exception e) {
            LOG.warn("The check {} failed", check.name(), e);
            return Health.down(FailureTexts.inOneLine(e));
        }
    }
}
