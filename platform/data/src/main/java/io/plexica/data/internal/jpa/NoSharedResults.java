package io.plexica.data.internal.jpa;

import java.util.List;
import org.eclipse.persistence.internal.identitymaps.IdentityMapManager;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.ReadQuery;
import org.jspecify.annotations.Nullable;

/** Keeps no query's results, whatever hints the query carries: the session serves all tenants. */
final class NoSharedResults extends IdentityMapManager {

    private static final long serialVersionUID = 1L;

    NoSharedResults(AbstractSession session) {
        super(session);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object getQueryResult(ReadQuery query, List parameters, boolean checkExpiry) {
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void putQueryResult(ReadQuery query, List parameters, Object results) {}
}
