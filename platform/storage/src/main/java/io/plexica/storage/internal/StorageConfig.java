package io.plexica.storage.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of this room. */
@ObjectClassDefinition(
        name = "Storage",
        description = "Objects of plugins, a bucket for each tenant",
        pid = StorageConfig.PID)
@interface StorageConfig {

    String PID = "io.plexica.storage";

    @AttributeDefinition(
            name = "PLEXICA_STORAGE",
            description = "Which engine keeps objects: file, a folder of this machine, or s3, a server that speaks S3."
                    + " Since 1.1.",
            options = {@Option(label = "file", value = "file"), @Option(label = "s3", value = "s3")})
    String engine() default "file";

    @AttributeDefinition(
            name = "PLEXICA_OBJECT_MAX_BYTES",
            description = "The largest object that is taken. Since 1.1.",
            min = "1024",
            max = "5368709120")
    long objectMaxBytes() default 104_857_600;

    @AttributeDefinition(
            name = "PLEXICA_STORAGE_PLANS",
            description = "How many MiB of objects a tenant may keep by its plan, separated by commas; plans that are"
                    + " not named have no bound. Since 1.1.")
    String plans() default "free:1024,pro:10240";

    @AttributeDefinition(
            name = "PLEXICA_PUBLIC_URL",
            description =
                    "The address by which browsers reach the platform; links to objects begin with it. Since 1.1.")
    String publicUrl() default "http://localhost:${PLEXICA_HTTP_PORT}";
}
