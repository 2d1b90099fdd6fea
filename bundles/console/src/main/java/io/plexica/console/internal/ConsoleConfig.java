package io.plexica.console.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Web console", description = "The pages by which people use the platform")
@interface ConsoleConfig {

    String PID = "io.plexica.console";

    @AttributeDefinition(
            name = "PLEXICA_PUBLIC_URL",
            description = "The address by which browsers reach the platform. Since 1.1.")
    String publicUrl() default "http://localhost:${PLEXICA_HTTP_PORT}";
}
