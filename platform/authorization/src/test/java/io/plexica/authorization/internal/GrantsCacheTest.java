package io.plexica.authorization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.authorization.internal.GrantsCache.Held;
import io.plexica.spi.authorization.Grants;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantsCacheTest {

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final Held OLD = new Held(Set.of("viewer"), Set.of("crm:contacts:read"));
    private static final Held NEW = new Held(Set.of("member"), Set.of("crm:contacts:write"));

    private final GrantsCache cache = new GrantsCache();

    @Test
    void a_user_is_loaded_once() {
        AtomicInteger loads = new AtomicInteger();
        Supplier<Held> load = () -> {
            loads.incrementAndGet();
            return OLD;
        };

        cache.get("acme", ADA, load);
        cache.get("acme", ADA, load);

        assertThat(loads).hasValue(1);
    }

    @Test
    void the_same_person_in_another_tenant_is_somebody_else() {
        cache.get("acme", ADA, () -> OLD);

        assertThat(cache.get("globex", ADA, () -> NEW).roles()).containsExactly("member");
    }

    @Test
    void forgetting_a_tenant_reads_it_again_and_leaves_others_alone() {
        cache.get("acme", ADA, () -> OLD);
        cache.get("globex", ADA, () -> OLD);

        cache.forget("acme");

        assertThat(cache.get("acme", ADA, () -> NEW).roles()).containsExactly("member");
        assertThat(cache.get("globex", ADA, () -> NEW).roles()).containsExactly("viewer");
    }

    @Test
    void what_was_read_before_a_change_is_not_remembered_after_it() {
        Supplier<Held> readsWhileSomebodyChangesIt = () -> {
            cache.forget("acme");
            return OLD;
        };
        cache.get("acme", ADA, readsWhileSomebodyChangesIt);

        assertThat(cache.get("acme", ADA, () -> NEW).roles()).containsExactly("member");
    }

    @Test
    void users_with_the_same_roles_share_their_grants() {
        Grants adas = cache.get("acme", ADA, () -> OLD);

        assertThat(cache.get("acme", BOB, () -> new Held(Set.of("viewer"), Set.of("crm:contacts:read"))))
                .isSameAs(adas);
    }

    @Test
    void it_never_grows_beyond_its_bound() {
        GrantsCache small = new GrantsCache(100);
        for (int i = 0; i < 1_000; i++) {
            small.get("tenant" + i % 40, UUID.randomUUID(), () -> OLD);

            assertThat(small.size()).isLessThanOrEqualTo(100);
        }
        assertThat(small.size()).isGreaterThan(20);
    }
}
