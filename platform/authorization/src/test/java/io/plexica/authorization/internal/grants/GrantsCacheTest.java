package io.plexica.authorization.internal.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.grants.GrantsLoader.Loaded;
import io.plexica.authorization.internal.store.Holdings;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantsCacheTest {

    private static final Principal ADA = person("ada@acme.example");
    private static final Principal BOB = person("bob@acme.example");
    private static final Loaded OLD = loaded("viewer", "crm:contacts:read");
    private static final Loaded NEW = loaded("member", "crm:contacts:write");
    private static final WorkspaceInfo SALES = new WorkspaceInfo(UUID.randomUUID(), "sales", "Sales");

    private final GrantsCache cache = new GrantsCache();

    @Test
    void a_user_is_loaded_once_for_each_place() {
        AtomicInteger loads = new AtomicInteger();
        Supplier<Loaded> load = () -> {
            loads.incrementAndGet();
            return OLD;
        };
        for (int i = 0; i < 3; i++) {
            cache.get("acme", ADA, null, load);
            cache.get("acme", ADA, new Membership(SALES, WorkspaceRole.MEMBER), load);
        }

        assertThat(loads).hasValue(2);
    }

    @Test
    void the_same_person_in_another_tenant_is_somebody_else() {
        cache.get("acme", ADA, null, () -> OLD);

        assertThat(cache.get("globex", ADA, null, () -> NEW).roles()).containsExactly("member");
    }

    @Test
    void another_workspace_role_or_a_new_address_is_not_answered_with_the_old() {
        cache.get("acme", ADA, new Membership(SALES, WorkspaceRole.MEMBER), () -> NEW);
        Principal renamed = new Principal(ADA.id(), "ada@new.example", null, null, false);

        assertThat(cache.get("acme", ADA, new Membership(SALES, WorkspaceRole.VIEWER), () -> NEW)
                        .covers("crm:contacts:write"))
                .isFalse();
        assertThat((Object) cache.get("acme", renamed, null, () -> OLD)
                        .facts(null, null)
                        .user()
                        .get("email"))
                .isEqualTo("ada@new.example");
    }

    @Test
    void forgetting_a_tenant_reads_it_again_and_leaves_others_alone() {
        cache.get("acme", ADA, null, () -> OLD);
        cache.get("globex", ADA, null, () -> OLD);

        cache.forget("acme");

        assertThat(cache.get("acme", ADA, null, () -> NEW).roles()).containsExactly("member");
        assertThat(cache.get("globex", ADA, null, () -> NEW).roles()).containsExactly("viewer");
    }

    @Test
    void what_was_read_before_a_change_is_not_remembered_after_it() {
        Supplier<Loaded> readsWhileSomebodyChangesIt = () -> {
            cache.forget("acme");
            return OLD;
        };
        cache.get("acme", ADA, null, readsWhileSomebodyChangesIt);

        assertThat(cache.get("acme", ADA, null, () -> NEW).roles()).containsExactly("member");
    }

    @Test
    void users_with_the_same_keys_share_their_rights() {
        var adas = cache.get("acme", ADA, null, () -> OLD);

        assertThat(cache.get("acme", BOB, null, () -> loaded("guest", "crm:contacts:read"))
                        .rights())
                .isSameAs(adas.rights());
    }

    @Test
    void it_never_grows_beyond_its_bound() {
        GrantsCache small = new GrantsCache(100);
        for (int i = 0; i < 1_000; i++) {
            small.get("tenant" + i % 40, person("user" + i), null, () -> OLD);

            assertThat(small.size()).isLessThanOrEqualTo(100);
        }
        assertThat(small.size()).isGreaterThan(20);
    }

    private static Principal person(String email) {
        return new Principal(UUID.randomUUID(), email, null, null, false);
    }

    private static Loaded loaded(String role, String key) {
        return new Loaded(new Holdings(Set.of(role), Set.of(), Set.of(key)), Policies.NONE);
    }
}
