package io.plexica.authorization.internal.check;

import static io.plexica.authorization.internal.testing.Acme.ADA;
import static io.plexica.authorization.internal.testing.Acme.ROOT;
import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.policies.Author;
import io.plexica.authorization.internal.policies.PolicyService;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.authorization.internal.testing.FixedWorkspaces;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What operators and machines are told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CarriedRightsAnswerTest {

    private static Acme acme;

    private final PolicyService policies = new PolicyService(acme.room.changes, acme.room.audit);
    private final Checking checking = new Checking(
            new Explanations(acme.room.changes, acme.room.book), new FixedWorkspaces(), acme.room.authorization);

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
    void a_machines_answer_is_decided_as_a_persons_and_names_the_policy() {
        Principal machine = new Principal(UUID.randomUUID(), "robot", null, null, false);
        Answer before = askAs(machine, "{'permission':'crm:deals:write'}");
        write("{'name':'Big deals of people','permission':'crm:deals:*','effect':'DENY','conditions':{'all':["
                + "{'attribute':'resource.amount','operator':'greaterThan','value':10000},"
                + "{'attribute':'user.email','operator':'contains','value':'@'}]}}");
        write("{'name':'Huge deals','permission':'crm:deals:delete','effect':'DENY','conditions':"
                + "{'attribute':'resource.amount','operator':'greaterThan','value':10000}}");

        assertThat(before.allowed()).isTrue();
        assertThat(askAs(machine, "{'permission':'crm:deals:write'}").allowed())
                .as("whatever the amount, the robot is no person")
                .isTrue();
        Answer unknown = askAs(machine, "{'permission':'crm:deals:delete'}");
        assertThat(unknown.allowed()).isFalse();
        assertThat(unknown.reason()).isEqualTo("policy");
        assertThat(unknown.policy())
                .isNotNull()
                .extracting(policy -> policy.name())
                .isEqualTo("Huge deals");
        assertThat(unknown.condition()).containsEntry("attribute", "resource.amount");
        assertThat(unknown.explanation())
                .isEqualTo("No. What you were given covers it, but the policy 'Huge deals' denies it, since what it"
                        + " asks of the resource is unknown: ask about one resource.");
        assertThat(askAs(machine, "{'permission':'crm:deals:delete','resource':{'amount':1}}")
                        .allowed())
                .isTrue();
    }

    private Answer askAs(Principal machine, String question) {
        acme.room.cache.forget(SLUG);
        ExecutionContext context = ExecutionContext.platform("trace")
                .inTenant(Acme.TENANT)
                .as(machine, acme.room.authorization.scoped(Acme.TENANT, machine, Set.of("crm:*")));
        try (Contexts.Scope scope = Contexts.open(context)) {
            return checking.answer(SLUG, json(question));
        }
    }

    @Test
    void an_operator_holds_what_is_the_platforms() {
        assertThat(asOperator("{'permission':'core:users:write'}").allowed()).isTrue();
        assertThat(asOperator("{'permission':'crm:deals:read'}").allowed()).isFalse();
        assertThat(asOperator("{'permission':'crm:deals:read','user':'ada@acme.example'}")
                        .allowed())
                .isTrue();
    }

    private void write(String policy) {
        acme.as(ADA, () -> policies.create(SLUG, json(policy), Author.caller()));
    }

    private Answer asOperator(String question) {
        return acme.as(ROOT, () -> checking.answer(SLUG, json(question)));
    }

    private static JsonNode json(String text) {
        return Bodies.read(text.replace('\'', '"'));
    }
}
