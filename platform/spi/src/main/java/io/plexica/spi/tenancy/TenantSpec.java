package io.plexica.spi.tenancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provisioning step gets to know of the tenant it works on.
 *
 * @param id the tenant's id
 * @param slug its slug
 * @param name the name people see
 * @param plan its plan
 * @param admin the first admin; null when the tenant is being removed, or when provisioning is finished after a crash and
 *     the password is no longer known
 */
public record TenantSpec(UUID id, String slug, String name, String plan, Tenants.@Nullable NewAdmin admin) {}
