package io.plexica.backup.internal.export;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.backup.PartReader;
import io.plexica.spi.backup.PartWriter;
import io.plexica.spi.backup.TenantPart;
import io.plexica.spi.data.TenantSnapshot;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A part of tenants that consists of their slugs. */
public final class OnePart implements TenantPart {

    private String failing = "";
    private List<String> entries = List.of("one");
    private Runnable during = () -> {};

    /** From now on this tenant cannot be written. */
    public void failFor(String slug) {
        failing = slug;
    }

    /** What it is made of. */
    public void entries(List<String> names) {
        entries = names;
    }

    /** What happens while it is written. */
    public void during(Runnable action) {
        during = action;
    }

    @Override
    public String name() {
        return "things";
    }

    @Override
    public void write(Tenant tenant, TenantSnapshot snapshot, PartWriter to) throws IOException {
        during.run();
        for (String entry : entries) {
            try (OutputStream out = to.entry(entry)) {
                out.write(tenant.slug().getBytes(StandardCharsets.UTF_8));
            }
        }
        if (tenant.slug().equals(failing)) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The things of " + failing + " cannot be read");
        }
    }

    @Override
    public Set<String> entries(PartReader from) {
        return Set.copyOf(entries);
    }

    @Override
    public void restore(TenantSpec tenant, PartReader from) {}
}
