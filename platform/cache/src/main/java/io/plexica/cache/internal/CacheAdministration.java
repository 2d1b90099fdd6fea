package io.plexica.cache.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.tenancy.Tenants;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators see of the cache, and do to it. */
@Component(service = CacheAdministration.class)
public final class CacheAdministration {

    private final LoadingStore memory;
    private final Tenants tenants;
    private final AuditLog audit;

    /** Works on the store that is used. */
    @Activate
    public CacheAdministration(@Reference LoadingStore memory, @Reference Tenants tenants, @Reference AuditLog audit) {
        this.memory = memory;
        this.tenants = tenants;
        this.audit = audit;
    }

    /** How the cache does on this node, by names. */
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        CacheStore store = memory.store();
        if (store == null) {
            facts.put("kind", "none");
        } else {
            facts.putAll(store.facts());
            String trouble = store.trouble();
            if (trouble != null) {
                facts.put("trouble", trouble);
            }
        }
        facts.put("hits", Long.toString(memory.hits()));
        facts.put("misses", Long.toString(memory.misses()));
        return facts;
    }

    /**
     * Forgets, on all nodes, what matches.
     *
     * @param plugin whose values; {@code *} for those of all plugins
     * @throws PlexicaException {@code not-found}, {@code validation-failed}
     */
    public void evict(String tenant, String plugin, String pattern) {
        String whole = Keys.pattern(tenant, plugin, pattern);
        if (tenants.find(tenant).isEmpty()) {
            throw PlexicaException.notFound("There is no tenant " + tenant);
        }
        memory.evictAll(whole);
        audit.record(tenant, "core.cache.evicted", "cache", whole, null, null);
    }
}
