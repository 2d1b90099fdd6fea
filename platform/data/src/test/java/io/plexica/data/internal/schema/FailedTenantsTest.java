package io.plexica.data.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedTenantsTest {

    private final FailedTenants failed = new FailedTenants();

    @Test
    void oneReasonIsToldOnceForAllTenantsUntilAllAreWell() {
        failed.failed("acme", Instant.EPOCH);
        failed.failed("globex", Instant.EPOCH);

        assertThat(failed.isNews("identity", failure("42P01"))).isTrue();
        assertThat(failed.isNews("identity", failure("42P01"))).isFalse();
        assertThat(failed.isNews("identity", failure("23505"))).isTrue();
        assertThat(failed.isNews("audit", failure("42P01"))).isTrue();
        assertThat(failed.isNews("audit", new IllegalStateException())).isTrue();
        assertThat(failed.isNews("audit", new IllegalStateException())).isFalse();

        failed.worked("acme");
        assertThat(failed.isNews("identity", failure("42P01"))).isFalse();
        failed.worked("globex");
        assertThat(failed.isNews("identity", failure("42P01"))).isTrue();
    }

    private static RuntimeException failure(String state) {
        return new IllegalStateException("it failed in some tenant", new SQLException("no", state));
    }
}
