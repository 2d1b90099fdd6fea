package io.plexica.data.internal.jpa;

import io.plexica.data.testing.PgBouncer;
import io.plexica.spi.data.DatabaseAccess;

/** The same behind PgBouncer in transaction mode. */
class PooledPersistenceTest extends PersistenceTest {

    @Override
    DatabaseAccess access() {
        return PgBouncer.shared().access();
    }
}
