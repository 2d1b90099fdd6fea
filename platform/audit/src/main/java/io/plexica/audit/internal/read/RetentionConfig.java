package io.plexica.audit.internal.read;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this room. */
@ObjectClassDefinition(name = "Audit", description = "How long is remembered who did what", pid = "io.plexica.audit")
@interface RetentionConfig {

    @AttributeDefinition(
            name = "PLEXICA_AUDIT_RETENTION",
            description = "Days for which rows of the audit log are kept; older ones go once a day. Since 1.1.",
            min = "30",
            max = "36500")
    int auditRetention() default 365;
}
