package io.plexica.plugins.internal.settings;

import io.plexica.spi.bounds.CallLimits;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** What bounds plugins among themselves. A change counts for what is begun after it. Safe for all threads. */
@Component(
        service = LimitsSettings.class,
        configurationPid = LimitsConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = LimitsConfig.class)
public final class LimitsSettings {

    private volatile CallLimits services;
    private volatile int usageDays;

    /** Reads them. */
    @Activate
    public LimitsSettings(LimitsConfig config) {
        this(services(config), config.usageRetention());
    }

    /** Settings from elsewhere than a configuration. */
    public LimitsSettings(CallLimits services, int usageDays) {
        this.services = services;
        this.usageDays = usageDays;
    }

    @Modified
    void modified(LimitsConfig config) {
        services = services(config);
        usageDays = config.usageRetention();
    }

    /** What one plugin's services may do for others; the same object until somebody changes it. */
    public CallLimits services() {
        return services;
    }

    /** For how many days it is kept what plugins count. */
    public int usageDays() {
        return usageDays;
    }

    private static CallLimits services(LimitsConfig config) {
        return new CallLimits(
                config.serviceConcurrency(), config.serviceQueue(), Duration.ofSeconds(config.serviceTimeout()));
    }
}
