package io.plexica.operations.internal;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A deployment that may serve one tenant alone. */
record Deployment(@Nullable String served) implements Tenants {

    @Override
    public Optional<String> pinned() {
        return Optional.ofNullable(served);
    }

    @Override
    public Optional<Tenant> find(String slug) {
        return Optional.empty();
    }

    @Override
    public List<Tenant> all() {
        return List.of();
    }

    @Override
    public Tenant create(NewTenant wanted) {
        throw new UnsupportedOperationException();
    }
}
