package io.plexica.notifications.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this room. */
@ObjectClassDefinition(
        name = "Notifications",
        description = "What people are told, and how long it is kept",
        pid = "io.plexica.notifications")
@interface NotificationsConfig {

    @AttributeDefinition(
            name = "PLEXICA_PUBLIC_URL",
            description = "The platform's address for browsers, with which links in mails begin. Since 1.1.")
    String publicUrl() default "http://localhost:${PLEXICA_HTTP_PORT}";

    @AttributeDefinition(
            name = "PLEXICA_NOTIFICATIONS_RETENTION",
            description = "Days for which notifications are kept, whether read or not. Since 1.1.",
            min = "1",
            max = "3650")
    int retention() default 180;

    @AttributeDefinition(
            name = "PLEXICA_NOTIFICATIONS_READ_RETENTION",
            description = "Days for which a notification is kept after it was read. Since 1.1.",
            min = "1",
            max = "3650")
    int readRetention() default 30;

    @AttributeDefinition(
            name = "PLEXICA_STREAMS_PER_USER",
            description = "How many live streams one person may read through this node at once. Since 1.1.",
            min = "1",
            max = "32")
    int streamsPerUser() default 8;

    @AttributeDefinition(
            name = "PLEXICA_STREAMS_PER_TENANT",
            description =
                    "How many live streams the people of one tenant may read through this node at once. Since 1.1.",
            min = "1",
            max = "100000")
    int streamsPerTenant() default 1000;
}
