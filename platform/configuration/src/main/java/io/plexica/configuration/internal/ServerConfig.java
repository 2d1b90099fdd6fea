package io.plexica.configuration.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What belongs to the process as a whole. */
@ObjectClassDefinition(
        name = "Server",
        description = "Addresses and the log of the whole process",
        pid = ServerConfig.PID)
@interface ServerConfig {

    String PID = "io.plexica.server";

    @AttributeDefinition(
            name = "PLEXICA_HTTP_PORT",
            description = "Port of the REST API and the console. Since 1.1.",
            min = "1",
            max = "65535")
    int httpPort() default 8181;

    @AttributeDefinition(
            name = "PLEXICA_HTTP_HOST",
            description = "Address to listen on; 0.0.0.0 for every one of this machine. Since 1.1.")
    String httpHost() default "127.0.0.1";

    @AttributeDefinition(
            name = "PLEXICA_SSH_PORT",
            description = "Port of the shell, always on this machine alone. Since 1.1.",
            min = "1",
            max = "65535")
    int sshPort() default 8101;

    @AttributeDefinition(
            name = "PLEXICA_LOG_LEVEL",
            description = "What is logged at least. Since 1.1.",
            options = {
                @Option(value = "ERROR"),
                @Option(value = "WARN"),
                @Option(value = "INFO"),
                @Option(value = "DEBUG"),
                @Option(value = "TRACE")
            })
    String logLevel() default "INFO";

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_LOG_RATE",
            description =
                    "How much one version of a plugin may log and print, in KiB per second; what it does not use is "
                            + "saved up for 20 seconds, what is too much is dropped and counted. Since 1.1.",
            min = "1",
            max = "1048576")
    int pluginLogRate() default 64;
}
