package io.plexica.tenancy.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this room. */
@ObjectClassDefinition(name = "Tenancy", description = "How tenants are made and removed.", pid = "io.plexica.tenancy")
@interface TenancyConfig {

    @AttributeDefinition(
            name = "PLEXICA_PROVISIONING_STEPS",
            description =
                    "The steps that make a tenant, in this order, separated by commas. If the part of the platform"
                            + " that does one of them is missing, no tenant is made. Since 1.1.")
    String provisioningSteps() default "schema,realm,storage,roles,workspace,plugins,admin";

    @AttributeDefinition(
            name = "PLEXICA_PLANS",
            description =
                    "The plans that tenants may have, separated by commas; the first is taken where none is named."
                            + " A plan written as 'enterprise:dedicated' gives its tenants a database login and a small"
                            + " pool of connections of their own. Since 1.1.")
    String plans() default "free,pro,enterprise";

    @AttributeDefinition(
            name = "PLEXICA_TENANT_GRACE",
            description =
                    "Days for which a softly deleted tenant can be restored; then it is removed for good. Since 1.1.",
            min = "1",
            max = "3650")
    int tenantGrace() default 30;

    @AttributeDefinition(
            name = "PLEXICA_TENANT",
            description = "The slug of the one tenant that this deployment serves; whoever has to do with another gets"
                    + " tenant-mismatch. Empty to serve all. Since 1.1.")
    String tenant() default "";
}
