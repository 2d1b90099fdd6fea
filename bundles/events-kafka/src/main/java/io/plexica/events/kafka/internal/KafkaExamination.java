package io.plexica.events.kafka.internal;

import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether there are too many tenants for a topic each. */
@Component(
        service = Examination.class,
        configurationPid = KafkaConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class KafkaExamination implements Examination {

    private static final int SEVERAL = 200;
    private static final int MANY = 1_000;

    private final boolean pooled;
    private final @Nullable Tenants tenants;

    /** Counts these tenants. */
    @Activate
    public KafkaExamination(
            KafkaConfig config,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Tenants tenants) {
        this.pooled = config.topics().equals("pooled");
        this.tenants = tenants;
    }

    @Override
    public String area() {
        return "kafka";
    }

    @Override
    public List<Finding> examine() {
        return tenants == null
                ? List.of()
                : List.of(topics(pooled, tenants.all().size()));
    }

    static Finding topics(boolean pooled, int tenants) {
        return pooled
                ? Finding.ok("topics", "are shared by " + tenants + " tenants")
                : Finding.below(
                        "topics",
                        "one for each of " + tenants + " tenants and kind of event",
                        tenants,
                        SEVERAL,
                        MANY,
                        "set PLEXICA_KAFKA_TOPICS=pooled, so that a tenant costs no partition");
    }
}
