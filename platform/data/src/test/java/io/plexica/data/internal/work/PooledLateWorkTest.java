package io.plexica.data.internal.work;

import io.plexica.data.testing.PgBouncer;
import io.plexica.spi.data.DatabaseAccess;

/** The same behind PgBouncer in transaction mode. */
class PooledLateWorkTest extends LateWorkTest {

    @Override
    DatabaseAccess access() {
        return PgBouncer.shared().access();
    }
}
