package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PinnedTest extends TenancyTest {

    @Test
    void a_deployment_of_one_tenant_has_nothing_to_do_with_others_existing_or_not() {
        node.create("globex");
        Node pinned = pinnedNode("acme");

        for (String other : List.of("globex", "nobody")) {
            assertMismatch(() -> pinned.create(other));
            assertMismatch(() -> pinned.management.get(other));
            assertMismatch(() -> pinned.management.lifecycle().suspend(other, IfMatch.ANY));
            assertMismatch(() -> pinned.management.lifecycle().deleteSoftly(other, IfMatch.ANY));
            assertMismatch(() -> pinned.management.remove(other, Progress.NONE));
            assertMismatch(() -> pinned.management.edit(
                    other, "core.tenant.updated", IfMatch.ANY, plans -> TenantPatch.ofTheme(null, plans)));
        }
        assertThat(pinned.create("acme").slug()).isEqualTo("acme");
        assertThat(pinned.management
                        .list(TenantQuery.of(null, null, new PageQuery()))
                        .items())
                .extracting(TenantRow::slug)
                .containsExactly("acme");
        assertThat(server.query("SELECT slug FROM core.tenants ORDER BY slug")).containsExactly("acme", "globex");
    }

    @Test
    void what_others_left_in_the_middle_is_left_to_them() {
        node.at("apply roles", node::die);
        assertThatThrownBy(() -> node.create("globex")).isInstanceOf(Node.Killed.class);

        Node pinned = pinnedNode("acme");
        pinned.management.wake();
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> pinned.done.isEmpty());

        Node open = anotherNode();
        Awaitility.await().untilAsserted(() -> assertNothingIsLeft("globex"));
        assertThat(open.done).contains("undo realm globex");
    }

    private static void assertMismatch(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TENANT_MISMATCH));
    }
}
