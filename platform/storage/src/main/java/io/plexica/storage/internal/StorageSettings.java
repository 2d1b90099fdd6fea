package io.plexica.storage.internal;

import io.plexica.spi.tenancy.PlanBound;
import java.net.URI;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The settings of this room, read once and checked. */
@Component(
        service = {StorageSettings.class, PlanBound.class},
        configurationPid = StorageConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class StorageSettings implements PlanBound {

    private final String engine;
    private final StorageBounds bounds;
    private final URI publicUrl;

    /** Reads what is set. */
    @Activate
    public StorageSettings(StorageConfig config) {
        this(config.engine(), StorageBounds.of(config.objectMaxBytes(), config.plans()), URI.create(plain(config)));
    }

    StorageSettings(String engine, StorageBounds bounds, URI publicUrl) {
        this.engine = engine;
        this.bounds = bounds;
        this.publicUrl = publicUrl;
    }

    @Override
    public String bounded() {
        return "storageBytes";
    }

    @Override
    public OptionalLong ofPlan(String plan) {
        return bounds.ofPlan(plan);
    }

    /** The engine's name. */
    String engine() {
        return engine;
    }

    /** How much may be kept. */
    StorageBounds bounds() {
        return bounds;
    }

    /** The platform's address for browsers, without a slash at the end. */
    URI publicUrl() {
        return publicUrl;
    }

    private static String plain(StorageConfig config) {
        return config.publicUrl().strip().replaceAll("/+$", "");
    }
}
