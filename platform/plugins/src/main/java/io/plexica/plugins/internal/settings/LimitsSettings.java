package io.plexica.plugins.internal.settings;

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

    private volatile Duration serviceTimeout;
    private volatile int usageDays;

    /** Reads them. */
    @Activate
    public LimitsSettings(LimitsConfig config) {
        this(Duration.ofSeconds(config.serviceTimeout()), config.usageRetention());
    }

    /** Settings from elsewhere than a configuration. */
    public LimitsSettings(Duration serviceTimeout, int usageDays) {
        this.serviceTimeout = serviceTimeout;
        this.usageDays = usageDays;
    }

    @Modified
    void modified(LimitsConfig config) {
        serviceTimeout = Duration.ofSeconds(config.serviceTimeout());
        usageDays = config.usageRetention();
    }

    /** How long a plugin's service may take for another. */
    public Duration serviceTimeout() {
        return serviceTimeout;
    }

    /** For how many days it is kept what plugins count. */
    public int usageDays() {
        return usageDays;
    }
}
