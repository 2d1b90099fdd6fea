package io.plexica.tenancy.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final Plans plans;
    private final Duration grace;
    private final @Nullable String pinned;

    @Activate
    public TenancySettings(TenancyConfig config) {
        this(
                list(config.provisioningSteps()),
                Plans.of(config.plans()),
                Duration.ofDays(config.tenantGrace()),
                pinned(config.tenant()));
    }

    TenancySettings(List<String> steps, Plans plans, Duration grace, @Nullable String pinned) {
        this.steps = steps;
        this.plans = plans;
        this.grace = grace;
        this.pinned = pinned;
    }

    /** The steps that must all take part, in order. */
    public List<String> steps() {
        return steps;
    }

    /** The plans that tenants may have. */
    public Plans plans() {
        return plans;
    }

    /** For how long a soft deletion can be taken back. */
    Duration grace() {
        return grace;
    }

    /** The one tenant that this deployment serves; empty where it serves all. */
    Optional<String> pinned() {
        return Optional.ofNullable(pinned);
    }

    /** Whether this deployment has to do with a tenant. */
    boolean serves(String slug) {
        return pinned == null || pinned.equals(slug);
    }

    private static @Nullable String pinned(String slug) {
        if (slug.isBlank()) {
            return null;
        }
        SlugRule.problem(slug.strip()).ifPresent(problem -> {
            throw new IllegalArgumentException("PLEXICA_TENANT " + problem);
        });
        return slug.strip();
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
