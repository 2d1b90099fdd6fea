package io.plexica.web.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Obligations;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.limits.Bucket;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.settings.LimitSettings;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateAllowanceTest {

    private static final UUID ID = UUID.randomUUID();
    private static final LimitSettings SETTINGS = new LimitSettings(Map.of("free", 100L, "gold", 0L), 70, 5_000, 300);

    @ParameterizedTest(name = "{0} on plan {1} may make {2}")
    @CsvSource({
        "user, free, 100",
        "user, gold, 0",
        "user, bronze, 70",
        "operator, free, 5000",
        "operator, -, 5000",
        "machine, -, 5000",
        "machine, free, 100",
        "nobody, free, 100",
        "nobody, -, 300"
    })
    void who_may_make_how_many(String who, String plan, long expected) {
        assertThat(allowance(who, plan.equals("-") ? null : plan, "10.0.0.1").perMinute())
                .isEqualTo(expected);
    }

    @Test
    void a_user_counts_by_id_and_nobody_by_address() {
        assertThat(allowance("user", "free", "10.0.0.1").bucket()).isEqualTo(new Bucket("acme", ID.toString(), "r"));
        assertThat(allowance("nobody", null, "10.0.0.1").bucket()).isEqualTo(new Bucket(null, "10.0.0.1", "r"));
    }

    @ParameterizedTest(name = "{0} and {1} count together: {2}")
    @CsvSource({
        "10.0.0.1, 10.0.0.2, false",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:9:9:9:9, true",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::, true",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:3:3:4:5:6, false",
        "2001:db8::7, 2001:db8::8, true",
        "2001:db8::7, 2001:db9::7, false",
        "::ffff:10.0.0.1, ::ffff:10.0.0.2, false"
    })
    void addresses_of_version_6_count_by_network(String one, String other, boolean together) {
        assertThat(RateAllowance.network(one).equals(RateAllowance.network(other)))
                .isEqualTo(together);
    }

    private static RateAllowance allowance(String who, @Nullable String plan, String address) {
        Tenant tenant = plan == null ? null : new Tenant(ID, "acme", "Acme", TenantStatus.ACTIVE, plan, Instant.EPOCH);
        Principal principal = who.equals("nobody") ? null : new Principal(ID, who, null, null, who.equals("operator"));
        ExecutionContext context = new ExecutionContext(
                "trace", tenant, null, null, principal, Grants.NONE, new Obligations(), null, address);
        return RateAllowance.of(context, "r", SETTINGS);
    }
}
