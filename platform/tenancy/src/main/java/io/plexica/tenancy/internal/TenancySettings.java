package io.plexica.tenancy.internal;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The settings of this room, read once. */
@Component(
        service = TenancySettings.class,
        configurationPid = "io.plexica.tenancy",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class TenancySettings {

    private final List<String> steps;
    private final List<String> plans;

    @Activate
    public TenancySettings(TenancyConfig config) {
        this(list(config.provisioningSteps()), list(config.plans()));
    }

    public TenancySettings(List<String> steps, List<String> plans) {
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("PLEXICA_PLANS names no plan");
        }
        this.steps = steps;
        this.plans = plans;
    }

    /** The steps that must all take part, in order. */
    public List<String> steps() {
        return steps;
    }

    /** The plans that tenants may have; never empty. */
    public List<String> plans() {
        return plans;
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
