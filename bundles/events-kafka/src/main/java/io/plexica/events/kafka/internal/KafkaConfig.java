package io.plexica.events.kafka.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of this bundle. */
@ObjectClassDefinition(
        name = "Events by Kafka",
        description = "The Kafka or Redpanda by which events travel where PLEXICA_EVENTS is kafka",
        pid = KafkaConfig.PID)
@interface KafkaConfig {

    String PID = "io.plexica.events.kafka";

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_SERVERS",
            description = "Where some of the brokers are, as host:port with commas between them. Since 1.1.")
    String servers() default "localhost:9092";

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_TOPICS",
            description =
                    "tenant: each tenant has a topic of its own for each kind of event, which others can be given or"
                            + " refused; pooled: all tenants share one topic for each kind, so that a tenant costs no partition. Since"
                            + " 1.1.",
            options = {@Option(label = "tenant", value = "tenant"), @Option(label = "pooled", value = "pooled")})
    String topics() default "tenant";

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_PARTITIONS",
            description = "How many partitions a new topic gets; 0 for what the brokers think best. Since 1.1.",
            min = "0",
            max = "1000")
    int partitions() default 0;

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_REPLICATION",
            description = "On how many brokers a new topic is kept; 0 for what the brokers think best. Since 1.1.",
            min = "0",
            max = "15")
    int replication() default 0;

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_SECURITY",
            description = "How the brokers are talked to: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL. Since 1.1.",
            options = {
                @Option(label = "PLAINTEXT", value = "PLAINTEXT"),
                @Option(label = "SSL", value = "SSL"),
                @Option(label = "SASL_PLAINTEXT", value = "SASL_PLAINTEXT"),
                @Option(label = "SASL_SSL", value = "SASL_SSL")
            })
    String security() default "PLAINTEXT";

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_MECHANISM",
            description = "With SASL, how the login is proven: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512. Since 1.1.",
            options = {
                @Option(label = "PLAIN", value = "PLAIN"),
                @Option(label = "SCRAM-SHA-256", value = "SCRAM-SHA-256"),
                @Option(label = "SCRAM-SHA-512", value = "SCRAM-SHA-512")
            })
    String mechanism() default "SCRAM-SHA-512";

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_USER",
            description = "With SASL, the login at the brokers; its password is the secret KAFKA_PASSWORD. Since 1.1.")
    String user() default "";

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_TRUSTSTORE",
            description =
                    "With SSL, the file with the certificates that the brokers' are signed by: PEM, or PKCS12 whose"
                            + " password is the secret KAFKA_TRUSTSTORE_PASSWORD. Empty for those that Java trusts. Since 1.1.")
    String truststore() default "";

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_KEYSTORE",
            description =
                    "With SSL, the file with the platform's own certificate and key: PEM, or PKCS12, whose password is"
                            + " the secret KAFKA_KEYSTORE_PASSWORD. Empty for none. Since 1.1.")
    String keystore() default "";

    @AttributeDefinition(
            name = "PLEXICA_KAFKA_TIMEOUT",
            description =
                    "Seconds that the brokers may take to keep what they are sent, before it is sent again. Since 1.1.",
            min = "2",
            max = "25")
    int timeout() default 10;
}
