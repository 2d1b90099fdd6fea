package io.plexica.notifications.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The settings of this room, read once. */
@Component(
        service = NotificationsSettings.class,
        configurationPid = "io.plexica.notifications",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class NotificationsSettings {

    private final String publicUrl;
    private final int retentionDays;
    private final int readRetentionDays;
    private final int streamsPerUser;
    private final int streamsPerTenant;

    /** Takes what is configured. */
    @Activate
    public NotificationsSettings(NotificationsConfig config) {
        this(
                config.publicUrl(),
                config.retention(),
                config.readRetention(),
                config.streamsPerUser(),
                config.streamsPerTenant());
    }

    /** Settings for a test. */
    public NotificationsSettings(
            String publicUrl, int retentionDays, int readRetentionDays, int streamsPerUser, int streamsPerTenant) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        this.retentionDays = retentionDays;
        this.readRetentionDays = readRetentionDays;
        this.streamsPerUser = streamsPerUser;
        this.streamsPerTenant = streamsPerTenant;
    }

    /** Where browsers find the platform, without a slash at the end. */
    public String publicUrl() {
        return publicUrl;
    }

    /** How many days notifications are kept. */
    public int retentionDays() {
        return retentionDays;
    }

    /** How many days they are kept after they were read. */
    public int readRetentionDays() {
        return readRetentionDays;
    }

    /** How many streams one person may read. */
    public int streamsPerUser() {
        return streamsPerUser;
    }

    /** How many streams the people of one tenant may read. */
    public int streamsPerTenant() {
        return streamsPerTenant;
    }
}
