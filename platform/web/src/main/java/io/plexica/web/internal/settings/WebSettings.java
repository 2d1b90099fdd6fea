package io.plexica.web.internal.settings;

import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.bounds.PluginBounds;
import io.plexica.spi.tenancy.PlanBound;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings in force. A change takes effect with the next call; one that is not valid changes nothing. */
@Component(
        service = {WebSettings.class, PluginBounds.class, PlanBound.class},
        configurationPid = WebConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WebConfig.class)
public final class WebSettings implements PluginBounds, PlanBound {

    private static final Logger LOG = LoggerFactory.getLogger(WebSettings.class);

    private volatile Settings current;

    @Activate
    public WebSettings(WebConfig config) {
        this(Settings.of(config));
    }

    /** Settings that nobody changes. */
    public WebSettings(Settings settings) {
        this.current = settings;
    }

    @Modified
    void modified(WebConfig config) {
        try {
            current = Settings.of(config);
        } catch (IllegalArgumentException e) {
            LOG.error("The old configuration of the web room stays in force: {}", e.getMessage());
        }
    }

    @Override
    public BoundSettings bounds() {
        return current.bounds();
    }

    @Override
    public String bounded() {
        return "callsPerMinute";
    }

    @Override
    public OptionalLong ofPlan(String plan) {
        long most = current.limits().ofPlan(plan);
        return most == 0 ? OptionalLong.empty() : OptionalLong.of(most);
    }

    /** The settings now. */
    public Settings current() {
        return current;
    }
}
