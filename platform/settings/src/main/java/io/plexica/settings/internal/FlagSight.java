package io.plexica.settings.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.Tenants;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a deployment shows of flags, which it may share with others: one that serves a single tenant neither shows nor changes
 * what was decided for other tenants.
 */
record FlagSight(Tenants tenants) {

    /** A flag as it is shown here. */
    Flag shown(Flag flag) {
        return flag.with(part(flag.tenants(), true));
    }

    /** What is wanted of a flag, with all that is not shown here as it was. */
    Flag whole(Flag before, Flag wanted) {
        Map<String, Boolean> all = part(before.tenants(), false);
        all.putAll(wanted.tenants());
        return wanted.with(all);
    }

    /**
     * Whether there is a tenant that a flag names.
     *
     * @throws PlexicaException {@code tenant-mismatch} for one that this deployment does not serve, existing or not
     */
    boolean exists(String slug) {
        if (!serves(slug)) {
            throw new PlexicaException(
                    ErrorCode.TENANT_MISMATCH, "This deployment serves another tenant than the flag is to name");
        }
        return tenants.find(slug).isPresent();
    }

    private boolean serves(String slug) {
        return tenants.pinned().map(slug::equals).orElse(true);
    }

    private Map<String, Boolean> part(Map<String, Boolean> decided, boolean served) {
        Map<String, Boolean> part = new TreeMap<>(decided);
        part.keySet().removeIf(slug -> serves(slug) != served);
        return part;
    }
}
