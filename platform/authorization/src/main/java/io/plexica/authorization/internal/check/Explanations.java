package io.plexica.authorization.internal.check;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.check.Answer.Way;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.ReasonedDecision;
import io.plexica.authorization.internal.grants.DecisionExplainer;
import io.plexica.authorization.internal.grants.GrantChanges;
import io.plexica.authorization.internal.grants.PolicyBook;
import io.plexica.authorization.internal.store.HeldRows;
import io.plexica.authorization.internal.store.HeldRows.Grant;
import io.plexica.spi.authorization.PermissionKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers from the tables, with the engine that decides calls. */
@Component(service = Explanations.class)
public final class Explanations {

    private final GrantChanges changes;
    private final PolicyBook policies;

    @Activate
    public Explanations(@Reference GrantChanges changes, @Reference PolicyBook policies) {
        this.changes = changes;
        this.policies = policies;
    }

    /** The user whom a text names by id or e-mail address. */
    public Optional<UUID> find(String tenantSlug, String user) {
        return changes.read(tenantSlug, connection -> {
            Optional<UUID> id = Ids.read(user);
            return id.isPresent()
                    ? Person.find(connection, id.get())
                            .map(person -> person.principal().id())
                    : Person.byEmail(connection, user);
        });
    }

    /**
     * Answers a question.
     *
     * @throws PlexicaException {@code not-found} for a user whom the tenant does not have
     */
    Answer answer(CheckRequest question) {
        return changes.read(question.tenantSlug(), connection -> answer(connection, question));
    }

    /** The answer for a workspace of which the user is no member: nothing may be done there, whatever the roles. */
    Answer outside(CheckRequest question, WorkspaceInfo workspace) {
        return changes.read(question.tenantSlug(), connection -> {
            Person person = person(connection, question);
            List<Way> ways = ways(HeldRows.grants(connection, question.user(), null), question.permission());
            return OutsiderAnswer.answer(person, workspace, question.permission(), ways);
        });
    }

    /** What one policy comes to for the user whom a question is about. */
    PolicyTrial tryOut(CheckRequest question, Policy policy) {
        return changes.read(question.tenantSlug(), connection -> {
            DecisionExplainer explained = explained(connection, question, person(connection, question));
            return PolicyTrial.of(
                    policy.effect().name(), explained.tryOut(policy, question.resource(), question.remoteAddress()));
        });
    }

    private Answer answer(Connection connection, CheckRequest question) throws SQLException {
        Person person = person(connection, question);
        List<Grant> grants = HeldRows.grants(connection, question.user(), question.workspace());
        DecisionExplainer explained = explained(connection, question, person);
        ReasonedDecision finding = explained.find(question.permission(), question.resource(), question.remoteAddress());
        boolean capped =
                finding.reason() == ReasonedDecision.Reason.NO_ROLE && explained.coversUncapped(question.permission());
        List<Way> ways = ways(grants, question.permission());
        ExplanationText wording = new ExplanationText(question, person, finding, capped, ways);
        return new Answer(
                finding.allowed(),
                wording.reason(),
                ways.isEmpty() ? null : ways.get(0).role(),
                ExplanationText.policy(finding),
                ExplanationText.condition(finding),
                ways,
                finding.allowed() ? List.of() : new Remedies(connection, question, person).of(finding, capped),
                wording.explanation());
    }

    private DecisionExplainer explained(Connection connection, CheckRequest question, Person person)
            throws SQLException {
        return DecisionExplainer.of(
                person.principal(),
                HeldRows.of(connection, question.user(), question.workspace()),
                question.place(),
                policies.of(connection, question.tenantSlug()));
    }

    private static Person person(Connection connection, CheckRequest question) throws SQLException {
        return Person.find(connection, question.user())
                .orElseThrow(() -> PlexicaException.notFound("There is no such user in this tenant"));
    }

    private static List<Way> ways(List<Grant> grants, String permission) {
        return grants.stream()
                .filter(grant -> grant.key() != null && PermissionKeys.covers(grant.key(), permission))
                .map(grant -> way(grant, String.valueOf(grant.key())))
                .toList();
    }

    private static Way way(Grant grant, String key) {
        @Nullable String team = grant.team();
        return new Way(grant.role(), team == null ? "user" : "team", team, key);
    }
}
