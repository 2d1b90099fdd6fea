package io.plexica.tenancy.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as REST and the shell show it.
 *
 * @param standard whether tenants get it for which none is named
 * @param offered whether tenants can be given it; otherwise the setting names it no more, and tenants still have it
 * @param dedicated whether its tenants have a database login and connections of their own
 * @param tenants how many have it
 */
public record PlanJson(
        String name,
        @JsonProperty("default") boolean standard,
        boolean offered,
        boolean dedicated,
        long tenants,
        List<BoundJson> bounds) {

    /**
     * One bound.
     *
     * @param most how much of it; null for as much as there is
     */
    public record BoundJson(String name, @Nullable Long most) {}
}
