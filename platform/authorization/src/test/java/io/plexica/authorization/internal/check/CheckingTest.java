package io.plexica.authorization.internal.check;

import static io.plexica.authorization.internal.testing.Acme.ADA;
import static io.plexica.authorization.internal.testing.Acme.BOB;
import static io.plexica.authorization.internal.testing.Acme.SALES;
import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.policies.Author;
import io.plexica.authorization.internal.policies.PolicyService;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.authorization.internal.testing.FixedWorkspaces;
import io.plexica.authorization.internal.testing.Refusals;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckingTest {

    private static final String BIG = "{'name':'Big deals','permission':'crm:deals:*','effect':'DENY','conditions':"
            + "{'all':[{'attribute':'resource.amount','operator':'greaterThan','value':10000}]}}";

    private static Acme acme;

    private final FixedWorkspaces workspaces = new FixedWorkspaces();
    private final PolicyService policies = new PolicyService(acme.room.changes, acme.room.audit);
    private final Checking checking =
            new Checking(new Explanations(acme.room.changes, acme.room.book), workspaces, acme.room.authorization);

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
    void without_a_role_it_says_which_would_help() {
        Answer answer = ask(BOB, "{'permission':'crm:deals:write'}");

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.reason()).isEqualTo("role");
        assertThat(answer.grants()).isEmpty();
        assertThat(answer.remedies().get(0).action()).isEqualTo("Give Bob the role member");
        assertThat(answer.explanation()).isEqualTo("No. No role of Bob grants crm:deals:write.");
    }

    @Test
    void the_shell_which_carries_no_grants_asks_about_anybody() {
        give("member");

        Answer answer = Acme.system(() -> checking.answer(SLUG, "crm:deals:write", BOB.email(), null, null));

        assertThat(answer.allowed()).isTrue();
        assertThat(answer.role()).isEqualTo("member");
    }

    @Test
    void every_source_of_a_grant_is_named_teams_too() {
        acme.joinTeam(BOB);
        give("member");
        Acme.system(() -> {
            acme.room.authorization.assignTeamRoles(SLUG, Acme.TEAM, Set.of("viewer"));
            return BOB;
        });

        Answer answer = ask(BOB, "{'permission':'crm:deals:read'}");

        assertThat(answer.allowed()).isTrue();
        assertThat(answer.role()).isEqualTo("member");
        assertThat(answer.grants())
                .containsExactly(
                        new Answer.Way("member", "user", null, "crm:deals:read"),
                        new Answer.Way("viewer", "team", "Sellers", "crm:deals:read"));
        assertThat(answer.explanation())
                .isEqualTo("Yes. The roles member, viewer (through the team Sellers) of Bob grant crm:deals:read,"
                        + " and no policy objects.");
    }

    @Test
    void a_policy_that_denies_is_named_with_its_condition() {
        give("member");
        write(BIG);

        Answer answer = ask(BOB, "{'permission':'crm:deals:write','resource':{'amount':10000.01}}");

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.reason()).isEqualTo("policy");
        assertThat(answer.role()).isEqualTo("member");
        assertThat(answer.policy())
                .isNotNull()
                .extracting(policy -> policy.name())
                .isEqualTo("Big deals");
        assertThat(answer.condition()).containsEntry("operator", "greaterThan");
        assertThat(answer.remedies()).containsExactly(new Answer.Remedy("Change the policy 'Big deals'", 2));
        assertThat(ask(BOB, "{'permission':'crm:deals:write','resource':{'amount':10000}}")
                        .allowed())
                .isTrue();
    }

    @Test
    void what_is_not_known_of_a_resource_denies_and_exists_is_always_known_of_one() {
        give("member");
        write("{'name':'Owned','permission':'crm:deals:*','effect':'DENY','conditions':"
                + "{'attribute':'resource.ownerId','operator':'exists','value':true}}");

        assertThat(ask(BOB, "{'permission':'crm:deals:read'}").allowed())
                .as("without a resource all of it is unknown, exists too")
                .isFalse();
        assertThat(ask(BOB, "{'permission':'crm:deals:read'}").explanation()).contains("ask about one resource");
        assertThat(ask(BOB, "{'permission':'crm:deals:read','resource':{}}").allowed())
                .isTrue();
        assertThat(ask(BOB, "{'permission':'crm:deals:read','resource':{'ownerId':null}}")
                        .allowed())
                .isTrue();
        assertThat(ask(BOB, "{'permission':'crm:deals:read','resource':{'ownerId':'x'}}")
                        .allowed())
                .isFalse();
    }

    @Test
    void only_owners_can_be_said_by_comparing_two_attributes() {
        give("member");
        write("{'name':'Only owners','permission':'crm:deals:write','effect':'DENY','conditions':"
                + "{'attribute':'resource.ownerId','operator':'notEquals','value':{'attribute':'user.id'}}}");

        assertThat(ask(BOB, "{'permission':'crm:deals:write','resource':{'ownerId':'" + BOB.id() + "'}}")
                        .allowed())
                .isTrue();
        assertThat(ask(BOB, "{'permission':'crm:deals:write','resource':{'ownerId':'" + ADA.id() + "'}}")
                        .allowed())
                .isFalse();
    }

    @Test
    void a_viewer_of_a_workspace_learns_that_the_workspace_is_the_reason() {
        give("member");
        workspaces.add(BOB.id(), WorkspaceRole.VIEWER);

        Answer answer =
                ask(ADA, "{'user':'" + BOB.id() + "','permission':'crm:deals:write','workspace':'" + SALES.id() + "'}");

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.reason()).isEqualTo("workspace-role");
        assertThat(answer.remedies()).containsExactly(new Answer.Remedy("Make Bob a MEMBER of Sales", 1));
    }

    @Test
    void who_is_no_member_of_the_workspace_may_nothing_there_and_the_asker_learns_why() {
        String question = "{'user':'" + BOB.id() + "','permission':'crm:deals:write','workspace':'" + SALES.id() + "'}";

        Answer nothing = ask(ADA, question);
        give("member");
        Answer granted = ask(ADA, question);

        assertThat(granted.allowed()).isFalse();
        assertThat(granted.reason()).isEqualTo("workspace-role");
        assertThat(granted.role()).isEqualTo("member");
        assertThat(granted.explanation()).isEqualTo("No. Bob is no member of Sales and may do nothing there.");
        assertThat(granted.remedies()).containsExactly(new Answer.Remedy("Make Bob a MEMBER of Sales", 1));
        assertThat(nothing.allowed()).isFalse();
        assertThat(nothing.grants()).isEmpty();
        assertThat(nothing.remedies())
                .extracting(Answer.Remedy::action)
                .containsExactly("Make Bob a MEMBER of Sales and give them a role that grants crm:deals:write");
    }

    @Test
    void about_others_only_those_may_ask_who_see_roles() {
        give("member");

        assertThat(ask(ADA, "{'user':'bob@acme.example','permission':'crm:deals:write'}")
                        .allowed())
                .isTrue();
        assertThat(Refusals.code(() -> ask(BOB, "{'user':'" + ADA.id() + "','permission':'crm:deals:write'}")))
                .isEqualTo("permission-denied");
        assertThat(Refusals.code(() -> ask(BOB, "{'user':'" + UUID.randomUUID() + "','permission':'crm:deals:write'}")))
                .isEqualTo("permission-denied");
        assertThat(ask(BOB, "{'user':'" + BOB.id() + "','permission':'crm:deals:write'}")
                        .allowed())
                .isTrue();
    }

    @Test
    void whom_or_what_there_is_not_is_not_found_and_bad_questions_say_all() {
        assertThat(Refusals.code(() -> ask(ADA, "{'user':'nobody@acme.example','permission':'crm:deals:write'}")))
                .isEqualTo("not-found");
        assertThat(Refusals.code(() -> ask(ADA, "{'user':'" + UUID.randomUUID() + "','permission':'crm:deals:write'}")))
                .isEqualTo("not-found");
        assertThat(Refusals.code(() -> ask(
                        ADA,
                        "{'user':'" + BOB.id() + "','permission':'crm:deals:write'," + "'workspace':'"
                                + UUID.randomUUID() + "'}")))
                .isEqualTo("not-found");
        assertThat(Refusals.code(
                        () -> ask(BOB, "{'permission':'crm:deals:write','workspace':'" + UUID.randomUUID() + "'}")))
                .isEqualTo("workspace-not-member");
        assertThat(Refusals.pointers(
                        () -> ask(BOB, "{'permission':'crm:*','user':5,'workspace':'x','resource':[],'more':1}")))
                .containsExactlyInAnyOrder("/permission", "/user", "/workspace", "/resource", "/more");
    }

    @Test
    void a_policy_on_seeing_roles_binds_questions_about_others() {
        give("admin");
        write("{'name':'Ada alone','permission':'core:roles:read','effect':'DENY','conditions':"
                + "{'attribute':'user.email','operator':'notEquals','value':'ada@acme.example'}}");

        assertThat(Refusals.code(() -> ask(BOB, "{'user':'" + ADA.id() + "','permission':'crm:deals:write'}")))
                .isEqualTo("permission-denied");
        assertThat(ask(ADA, "{'user':'" + BOB.id() + "','permission':'crm:deals:write'}")
                        .allowed())
                .isTrue();
    }

    @Test
    void what_a_team_lends_of_the_platforms_rights_is_told_apart() {
        acme.joinTeam(BOB);
        Acme.system(() -> {
            acme.room.authorization.assignTeamRoles(SLUG, Acme.TEAM, Set.of("admin"));
            return BOB;
        });

        assertThat(ask(BOB, "{'permission':'core:settings:write'}").explanation())
                .endsWith("What a team lends changes nothing outside its workspace.");
        assertThat(ask(ADA, "{'permission':'core:settings:write'}").explanation())
                .doesNotContain("lends");
    }

    @Test
    void a_policy_can_be_tried_out_whatever_the_roles() {
        var rule = write(BIG);
        PolicyTrial trial =
                Acme.system(() -> checking.tryOut(SLUG, rule, "bob@acme.example", null, json("{'amount':5}")));

        assertThat(trial.outcome()).isEqualTo("false");
        assertThat(trial.denies()).isFalse();
        assertThat(Acme.system(() -> checking.tryOut(SLUG, rule, "bob@acme.example", null, null))
                        .outcome())
                .isEqualTo("unknown");
    }

    private void give(String role) {
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, BOB.id(), Set.of(role));
            return role;
        });
    }

    private io.plexica.authorization.internal.engine.Policy write(String policy) {
        return acme.as(
                ADA, () -> policies.create(SLUG, json(policy), Author.caller()).rule());
    }

    private Answer ask(Principal by, String question) {
        return acme.as(by, () -> checking.answer(SLUG, json(question)));
    }

    private static JsonNode json(String text) {
        return Bodies.read(text.replace('\'', '"'));
    }
}
