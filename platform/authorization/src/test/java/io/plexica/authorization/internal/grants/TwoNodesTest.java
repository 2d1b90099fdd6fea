package io.plexica.authorization.internal.grants;

import static io.plexica.authorization.internal.testing.Acme.ADA;
import static io.plexica.authorization.internal.testing.Acme.BOB;
import static io.plexica.authorization.internal.testing.Acme.SALES;
import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static io.plexica.authorization.internal.testing.Acme.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.policies.Author;
import io.plexica.authorization.internal.policies.PolicyService;
import io.plexica.authorization.internal.roles.Roles;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.authorization.internal.testing.Wiring;
import io.plexica.itests.rooms.Node;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoNodesTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    private static Acme acme;
    private static Node node;
    private static Wiring other;

    private final Roles roles = new Roles(acme.room.changes, acme.room.audit);
    private final PolicyService policies = new PolicyService(acme.room.changes, acme.room.audit);

    @BeforeAll
    static void start() {
        acme = Acme.start();
        node = acme.server.anotherNode();
        other = Wiring.of(node);
    }

    @AfterAll
    static void stop() {
        node.close();
        acme.close();
    }

    @BeforeEach
    void begin() {
        acme.begin();
        other.cache.forget(SLUG);
        other.book.forget(SLUG);
    }

    @Test
    void the_other_node_sees_a_change_of_a_holder_a_role_a_team_and_a_policy_within_a_second() {
        assertThat(there().covers("crm:deals:read")).isFalse();
        assign("viewer");
        within(() -> there().covers("crm:deals:read"));

        var viewer = roles.byName(SLUG, "viewer");
        Acme.system(() ->
                roles.patch(SLUG, viewer.id(), Bodies.read("{\"permissions\":[\"crm:deals:write\"]}"), IfMatch.ANY));
        within(() -> there().covers("crm:deals:write") && !there().covers("crm:deals:read"));

        var policy = Acme.system(() -> policies.create(
                SLUG,
                Bodies.read("{\"name\":\"never\",\"permission\":\"crm:*\",\"effect\":\"DENY\",\"conditions\":"
                        + "{\"attribute\":\"user.id\",\"operator\":\"exists\",\"value\":true}}"),
                Author.caller()));
        within(() -> there().decide("crm:deals:write", null) == Verdict.DENY);
        Acme.system(() -> {
            policies.delete(SLUG, policy.id(), IfMatch.ANY, Author.caller());
            return policy;
        });
        within(() -> there().decide("crm:deals:write", null) == Verdict.ALLOW);

        acme.joinTeam(BOB);
        acme.server.signals().announce(Signals.WORKSPACES, SLUG);
        Acme.system(() -> {
            acme.room.authorization.assignTeamRoles(SLUG, Acme.TEAM, Set.of("member"));
            return BOB;
        });
        within(() -> there().roles().contains("member"));
    }

    @Test
    void a_node_that_hears_nothing_asks_the_database() {
        assign("viewer");
        assertThat(there().covers("crm:deals:read")).isTrue();
        acme.server.setDeaf(true);
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> !node.signals().isCurrent());
            Acme.system(() -> {
                acme.room.authorization.assignRoles(SLUG, BOB.id(), Set.of());
                return BOB;
            });

            assertThat(there().covers("crm:deals:read")).isFalse();
            assertThat(other.authorization.scoped(TENANT, ADA, Set.of("crm:*")).covers("crm:deals:read"))
                    .isTrue();
        } finally {
            acme.server.setDeaf(false);
        }
    }

    private void assign(String role) {
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, BOB.id(), Set.of(role));
            return role;
        });
    }

    private static Grants there() {
        return other.authorization.grants(TENANT, BOB, new Membership(SALES, WorkspaceRole.MEMBER));
    }

    private static void within(Callable<Boolean> seen) {
        await().pollInterval(Duration.ofMillis(5)).atMost(SOON).until(seen);
    }
}
