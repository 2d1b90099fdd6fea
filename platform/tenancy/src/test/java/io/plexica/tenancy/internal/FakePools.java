package io.plexica.tenancy.internal;

import io.plexica.spi.data.TenantPools;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows who has connections of their own, and can be out of order. */
final class FakePools implements TenantPools {

    final Set<String> dedicated = ConcurrentHashMap.newKeySet();
    volatile boolean broken;

    @Override
    public void dedicate(String slug) {
        demandWorking();
        dedicated.add(slug);
    }

    @Override
    public void share(String slug) {
        demandWorking();
        dedicated.remove(slug);
    }

    @Override
    public boolean isDedicated(String slug) {
        return dedicated.contains(slug);
    }

    private void demandWorking() {
        if (broken) {
            throw new IllegalStateException("no logins today");
        }
    }
}
