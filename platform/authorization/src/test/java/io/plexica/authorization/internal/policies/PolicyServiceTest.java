package io.plexica.authorization.internal.policies;

import static io.plexica.authorization.internal.testing.Acme.ADA;
import static io.plexica.authorization.internal.testing.Acme.BOB;
import static io.plexica.authorization.internal.testing.Acme.ROOT;
import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.roles.Roles;
import io.plexica.authorization.internal.store.StoredPolicy;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.authorization.internal.testing.Refusals;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyServiceTest {

    private static final String BIG = "{'name':'Big deals','permission':'crm:deals:*','effect':'DENY','conditions':"
            + "{'all':[{'attribute':'resource.amount','operator':'greaterThan','value':10000}]}}";

    private static Acme acme;

    private final PolicyService policies = new PolicyService(acme.room.changes, acme.room.audit);

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
    void the_form_of_the_api_comes_back_as_it_went_in() {
        StoredPolicy policy = create(ADA, BIG);

        JsonNode shown = Bodies.tree(PolicyView.of(policies.get(SLUG, policy.id())));
        assertThat(shown.get("conditions"))
                .hasToString(json(BIG).get("conditions").toString());
        assertThat(shown.get("source").textValue()).isEqualTo("TENANT_ADMIN");
        assertThat(shown.get("priority").intValue()).isZero();
        assertThat(replace(ADA, policy, shown).rule()).isEqualTo(policy.rule());
    }

    @Test
    void a_policy_that_reads_the_resource_leaves_it_open_until_it_is_known() {
        assertThat(acme.grants(ADA, null).decide("crm:deals:read", null)).isEqualTo(Verdict.ALLOW);
        StoredPolicy policy = create(ADA, BIG);

        var grants = acme.grants(ADA, WorkspaceRole.MEMBER);
        assertThat(grants.decide("crm:deals:read", null)).isEqualTo(Verdict.OPEN);
        assertThat(grants.allows("crm:deals:read", Map.of("amount", 10_000), null))
                .isTrue();
        assertThat(grants.allows("crm:deals:read", Map.of("amount", 10_001), null))
                .isFalse();
        assertThat(grants.allows("crm:deals:read", Map.of("amount", "a lot"), null))
                .as("wrong type")
                .isFalse();
        assertThat(grants.allows("crm:deals:read", Map.of(), null))
                .as("missing")
                .isFalse();
        assertThat(grants.decide("crm:contacts:read", null)).isEqualTo(Verdict.ALLOW);

        delete(ADA, policy);
        assertThat(acme.grants(ADA, WorkspaceRole.MEMBER).decide("crm:deals:read", null))
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void allow_policies_narrow_too_and_never_grant() {
        create(ADA, allow("crm:deals:write", "bob@acme.example"));

        assertThat(acme.grants(ADA, null).decide("crm:deals:write", null)).isEqualTo(Verdict.DENY);
        assertThat(acme.grants(BOB, null).decide("crm:deals:write", null)).isEqualTo(Verdict.DENY);
        assign(BOB, "member");
        assertThat(acme.grants(BOB, null).decide("crm:deals:write", null)).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThat(Refusals.pointers(() -> create(
                        ADA,
                        "{'name':'','permission':'crm:deals','effect':'MAYBE',"
                                + "'priority':1.5,'source':'ME','colour':1,'conditions':{'all':[{'attribute':'resource.amount',"
                                + "'operator':'bigger','value':1},{'any':[]}]}}")))
                .containsExactlyInAnyOrder(
                        "/name",
                        "/permission",
                        "/effect",
                        "/priority",
                        "/source",
                        "/colour",
                        "/conditions/all/0/operator",
                        "/conditions/all/1/any");
        assertThat(Refusals.pointers(() -> create(ADA, "{}")))
                .containsExactlyInAnyOrder("/name", "/permission", "/effect", "/conditions");
        assertThat(Refusals.pointers(() -> create(ADA, BIG.replace("crm:deals:*", "core:users:read"))))
                .containsExactly("/permission");
        assertThat(Refusals.pointers(() -> create(ADA, BIG.replace("crm:deals:*", "*"))))
                .containsExactly("/permission");
        assertThat(Refusals.pointers(() -> create(ADA, BIG.replace("crm:deals:*", "crm:deal:read"))))
                .containsExactly("/permission");
    }

    @Test
    void each_source_changes_its_own_alone() {
        StoredPolicy tenants = create(ADA, BIG);
        StoredPolicy operators = create(ROOT, BIG);
        assertThat(PolicyView.of(operators).source()).isEqualTo("SUPER_ADMIN");

        assertThat(Refusals.code(() -> patch(ADA, operators, "{'priority':1}"))).isEqualTo("permission-denied");
        assertThat(Refusals.code(() -> delete(ADA, operators))).isEqualTo("permission-denied");
        assertThat(Refusals.code(() -> delete(ROOT, tenants))).isEqualTo("permission-denied");
        assertThat(Refusals.code(() -> create(ADA, BIG.replace("'name'", "'source':'SUPER_ADMIN','name'"))))
                .isEqualTo("permission-denied");
        assertThat(patch(ROOT, operators, "{'priority':1}").rule().priority()).isOne();
    }

    @Test
    void whoever_lacks_what_a_policy_concerns_neither_writes_nor_removes_it() {
        StoredPolicy policy = create(ADA, BIG);
        Roles roles = new Roles(acme.room.changes, acme.room.audit);
        Acme.system(() -> roles.create(SLUG, json("{'name':'Lawyer','permissions':['core:policies:*']}")));
        assign(BOB, "Lawyer");

        assertThat(Refusals.of(() -> create(BOB, BIG)).extensions().get("requiredPermissions"))
                .asString()
                .isEqualTo("[crm:deals:*]");
        assertThat(Refusals.code(() -> delete(BOB, policy))).isEqualTo("permission-denied");
        assertThat(Refusals.code(() -> patch(BOB, policy, "{'permission':'core:policies:read'}")))
                .isEqualTo("permission-denied");
    }

    @Test
    void what_is_refused_is_on_record() {
        StoredPolicy operators = create(ROOT, BIG);
        acme.server.admin("DELETE FROM core.audit_log");

        Refusals.of(() -> delete(ADA, operators));
        Refusals.of(() -> create(BOB, BIG));

        assertThat(acme.server.query("SELECT action || ' ' || resource_id || ' ' || outcome FROM core.audit_log"
                        + " WHERE resource_type = 'policy' ORDER BY at"))
                .containsExactly(
                        "core.policy.deleted " + operators.id() + " FAILURE", "core.policy.created Big deals FAILURE");
    }

    @Test
    void nobody_locks_themselves_out() {
        assertThat(Refusals.code(() -> create(ADA, allow("core:*", "bob@acme.example"))))
                .isEqualTo("conflict lock-out");
        assertThat(create(ADA, allow("core:*", "ada@acme.example")).rule().name())
                .isEqualTo("only");
    }

    @Test
    void operators_are_never_kept_from_repairing_a_tenant() {
        create(ADA, allow("core:*", "ada@acme.example"));

        assertThat(acme.grants(ROOT, null).decide("core:policies:write", null)).isEqualTo(Verdict.ALLOW);
        assertThat(acme.grants(ROOT, null).decide("crm:deals:read", null)).isEqualTo(Verdict.DENY);
    }

    @Test
    void changes_are_in_the_audit_log_and_stale_ones_refused() {
        StoredPolicy policy = create(ADA, BIG);
        StoredPolicy changed = patch(ADA, policy, "{'effect':'ALLOW'}");
        assertThat(changed.version()).isEqualTo(policy.version() + 1);

        assertThat(Refusals.code(() -> acme.as(ADA, () -> {
                    policies.delete(SLUG, policy.id(), IfMatch.of(IfMatch.tag(policy.version())), Author.caller());
                    return policy;
                })))
                .isEqualTo("precondition-failed");
        delete(ADA, policy);
        assertThat(acme.server.query(
                        "SELECT action FROM core.audit_log WHERE action LIKE 'core.policy%' ORDER BY at, action"))
                .containsExactly("core.policy.created", "core.policy.updated", "core.policy.deleted");
    }

    private void assign(Principal user, String role) {
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, user.id(), Set.of(role));
            return role;
        });
    }

    private static String allow(String permission, String email) {
        return "{'name':'only','permission':'" + permission + "','effect':'ALLOW','conditions':"
                + "{'attribute':'user.email','operator':'equals','value':'" + email + "'}}";
    }

    private StoredPolicy create(Principal by, String body) {
        return acme.as(by, () -> policies.create(SLUG, json(body), Author.caller()));
    }

    private StoredPolicy replace(Principal by, StoredPolicy policy, JsonNode body) {
        return acme.as(by, () -> policies.replace(SLUG, policy.id(), body, IfMatch.ANY, Author.caller()));
    }

    private StoredPolicy patch(Principal by, StoredPolicy policy, String patch) {
        return acme.as(by, () -> policies.patch(SLUG, policy.id(), json(patch), IfMatch.ANY, Author.caller()));
    }

    private void delete(Principal by, StoredPolicy policy) {
        acme.as(by, () -> {
            policies.delete(SLUG, policy.id(), IfMatch.ANY, Author.caller());
            return policy;
        });
    }

    private static JsonNode json(String text) {
        return Bodies.read(text.replace('\'', '"'));
    }
}
