package io.plexica.storage.s3.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Storage by S3",
        description = "Objects on a server that speaks S3, such as MinIO",
        pid = S3Config.PID)
@interface S3Config {

    String PID = "io.plexica.storage.s3";

    @AttributeDefinition(
            name = "PLEXICA_S3_ENDPOINT",
            description = "Address of the S3 server, such as https://minio.example.com:9000; empty for Amazon's own."
                    + " Since 1.1.")
    String endpoint() default "";

    @AttributeDefinition(
            name = "PLEXICA_S3_PUBLIC_ENDPOINT",
            description = "Address by which browsers reach the S3 server: links to objects lead straight there. Empty"
                    + " when they cannot, and the platform serves objects itself. Since 1.1.")
    String publicEndpoint() default "";

    @AttributeDefinition(name = "PLEXICA_S3_REGION", description = "The region of the buckets. Since 1.1.")
    String region() default "us-east-1";

    @AttributeDefinition(
            name = "PLEXICA_S3_PATH_STYLE",
            description = "Whether buckets are named in the path, as most servers want it, and not in the host."
                    + " Since 1.1.")
    boolean pathStyle() default true;

    @AttributeDefinition(
            name = "PLEXICA_S3_ACCESS_KEY",
            description =
                    "The login at the S3 server; its password is the secret S3_SECRET_KEY. Needed with the storage"
                            + " engine 's3'. Since 1.1.")
    String accessKey() default "";

    @AttributeDefinition(
            name = "PLEXICA_S3_TRUSTSTORE",
            description = "With https, the file of PEM with the certificates that the S3 server's is signed by. Empty"
                    + " for those that Java trusts. Since 1.1.")
    String truststore() default "";

    @AttributeDefinition(
            name = "PLEXICA_S3_TIMEOUT",
            description =
                    "Seconds that the S3 server may take to answer one attempt; all attempts together should end before"
                            + " PLEXICA_PLUGIN_TIMEOUT, or plugins are blamed for a server that is silent. Since 1.1.",
            min = "1",
            max = "300")
    int timeout() default 10;

    @AttributeDefinition(
            name = "PLEXICA_S3_RETRIES",
            description = "How often a failed call of the S3 server is repeated. Since 1.1.",
            min = "0",
            max = "10")
    int retries() default 1;
}
