package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.store.PolicyRows;
import io.plexica.authorization.internal.store.StoredPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/**
 * The compiled policies of tenants. Asks the database for their number each time, and reads and compiles them only when it
 * is another one. Safe for all threads.
 */
@Component(service = PolicyBook.class)
public final class PolicyBook {

    private final Map<String, Edition> editions = new ConcurrentHashMap<>();

    /** The policies of a tenant as this connection sees them. */
    public Policies of(Connection connection, String tenantSlug) throws SQLException {
        long state = PolicyRows.state(connection);
        Edition known = editions.get(tenantSlug);
        if (known != null && known.state == state) {
            return known.policies;
        }
        Policies policies = Policies.of(
                PolicyRows.all(connection).stream().map(StoredPolicy::rule).toList());
        // Read again: what came in between the two reads would otherwise count as what was there before.
        if (policies.size() > 0 && state == PolicyRows.state(connection)) {
            editions.put(tenantSlug, new Edition(state, policies));
        } else {
            editions.remove(tenantSlug);
        }
        return policies;
    }

    /** Lets go of a tenant's. */
    void forget(String tenantSlug) {
        editions.remove(tenantSlug);
    }

    private record Edition(long state, Policies policies) {}
}
