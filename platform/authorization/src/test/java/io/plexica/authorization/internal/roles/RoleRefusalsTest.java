package io.plexica.authorization.internal.roles;

import static io.plexica.authorization.internal.testing.Acme.ADA;
import static io.plexica.authorization.internal.testing.Acme.BOB;
import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.store.Role;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.authorization.internal.testing.Refusals;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whose roles somebody may change, and what becomes of attempts that are refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoleRefusalsTest {

    private static Acme acme;

    private final Roles roles = new Roles(acme.room.changes, acme.room.audit);

    @BeforeAll
    static void start() {
        acme = Acme.start();
    }

    @AfterAll
    static void stop() {
        acme.close();
    }

    @BeforeEach
    void begin() {
        acme.begin();
    }

    @Test
    void nobody_changes_or_deletes_a_role_that_carries_what_they_lack_in_the_whole_tenant() {
        create("{'name':'Half','permissions':['core:roles:*','crm:deals:read']}");
        Role rich = create("{'name':'Rich','permissions':['crm:*']}");
        Role poor = create("{'name':'Poor','permissions':['crm:deals:read']}");
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, BOB.id(), Set.of("Half"));
            acme.room.authorization.assignTeamRoles(SLUG, Acme.TEAM, Set.of("admin"));
            return BOB;
        });
        acme.joinTeam(BOB);
        acme.room.cache.forget(SLUG);

        for (Role role : List.of(role("admin"), role("member"), rich)) {
            assertThat(Refusals.code(() -> patch(BOB, role, "{'permissions':['core:roles:*']}")))
                    .isEqualTo("permission-denied");
            assertThat(Refusals.code(() -> patch(BOB, role, "{'description':'Mine'}")))
                    .isEqualTo("permission-denied");
        }
        var refusal = Refusals.of(() -> delete(BOB, rich));
        assertThat(refusal.extensions().get("requiredPermissions")).asString().isEqualTo("[crm:*]");
        assertThat(patch(BOB, poor, "{'permissions':[]}").permissions()).isEmpty();
        assertThat(Acme.system(() -> roles.patch(SLUG, rich.id(), json("{'permissions':[]}"), IfMatch.ANY))
                        .permissions())
                .isEmpty();
    }

    @Test
    void what_is_refused_is_on_record() {
        Role rich = create("{'name':'Rich','permissions':['crm:*']}");
        acme.server.admin("DELETE FROM core.audit_log");

        Refusals.of(() -> create("{'name':'RICH'}"));
        Refusals.of(() -> patch(BOB, rich, "{'permissions':[]}"));
        Refusals.of(() -> delete(ADA, role("viewer")));

        assertThat(acme.server.query("SELECT action || ' ' || resource_id || ' ' || outcome FROM core.audit_log"
                        + " WHERE resource_type = 'role' ORDER BY at"))
                .containsExactly(
                        "core.role.created RICH FAILURE",
                        "core.role.updated " + rich.id() + " FAILURE",
                        "core.role.deleted " + role("viewer").id() + " FAILURE");
    }

    @Test
    void of_two_who_take_a_name_at_once_one_learns_that_it_is_taken() {
        for (int round = 0; round < 10; round++) {
            String body = "{'name':'Both " + round + "'}";
            List<CompletableFuture<String>> both = Stream.of(1, 2)
                    .map(who -> CompletableFuture.supplyAsync(() -> outcome(body)))
                    .toList();

            assertThat(both.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder("made", "conflict name-taken");
        }
    }

    private String outcome(String body) {
        try {
            create(body);
            return "made";
        } catch (PlexicaException e) {
            return e.code().code() + " " + e.detail().substring(0, e.detail().indexOf(':'));
        }
    }

    private Role role(String name) {
        return roles.byName(SLUG, name);
    }

    private Role create(String json) {
        return acme.as(ADA, () -> roles.create(SLUG, json(json)));
    }

    private Role patch(Principal by, Role role, String json) {
        return acme.as(by, () -> roles.patch(SLUG, role.id(), json(json), IfMatch.ANY));
    }

    private void delete(Principal by, Role role) {
        acme.as(by, () -> {
            roles.delete(SLUG, role.id(), IfMatch.ANY);
            return role;
        });
    }

    private static JsonNode json(String text) {
        return Bodies.read(text.replace('\'', '"'));
    }
}
