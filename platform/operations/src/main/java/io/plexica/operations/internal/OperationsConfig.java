package io.plexica.operations.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this room. */
@ObjectClassDefinition(name = "Operations", description = "Long work that runs while its caller goes on")
@interface OperationsConfig {

    @AttributeDefinition(
            name = "PLEXICA_OPERATIONS_THREADS",
            description = "How much long work this node does at once; more waits its turn. Since 1.1.",
            min = "1",
            max = "64")
    int threads() default 8;

    @AttributeDefinition(
            name = "PLEXICA_OPERATIONS_QUEUE",
            description = "How much long work may wait its turn on this node before more is refused. Since 1.1.",
            min = "0",
            max = "10000")
    int queue() default 100;

    @AttributeDefinition(
            name = "PLEXICA_OPERATIONS_RETENTION",
            description = "Days for which operations that have ended can be looked up. Since 1.1.",
            min = "1",
            max = "3650")
    int retention() default 30;
}
