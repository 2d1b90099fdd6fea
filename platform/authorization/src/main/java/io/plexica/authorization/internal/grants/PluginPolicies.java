package io.plexica.authorization.internal.grants;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.engine.Condition;
import io.plexica.authorization.internal.engine.ConditionErrors;
import io.plexica.authorization.internal.engine.ConditionReader;
import io.plexica.authorization.internal.engine.Effect;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.store.PolicyRows;
import io.plexica.authorization.internal.store.Source;
import io.plexica.spi.authorization.PermissionKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the policies that a plugin's manifest brings: they come and go with its version, and nobody else edits them. */
final class PluginPolicies {

    private PluginPolicies() {}

    /** Puts a version's policies in the place of those that are there. */
    static void put(Connection connection, PluginManifest manifest) throws SQLException {
        List<FieldError> problems = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < manifest.policies().size(); i++) {
            read(manifest.id(), manifest.policies().get(i), "/policies/" + i, problems)
                    .ifPresent(drafts::add);
        }
        if (!problems.isEmpty()) {
            throw new PlexicaException(
                            ErrorCode.PLUGIN_INVALID,
                            "The policies of " + manifest.id() + " are not in order: "
                                    + problems.get(0).pointer() + " "
                                    + problems.get(0).message())
                    .withErrors(problems);
        }
        if (drafts.isEmpty() && PolicyRows.countOf(connection, manifest.id()) == 0) {
            return;
        }
        PolicyRows.change(connection);
        PolicyRows.deleteOf(connection, manifest.id());
        for (Draft draft : drafts) {
            PolicyRows.insert(connection, draft.rule(), draft.from().description(), Source.PLUGIN, manifest.id());
        }
    }

    /** Takes a plugin's policies away. */
    static void remove(Connection connection, String pluginId) throws SQLException {
        if (PolicyRows.countOf(connection, pluginId) > 0) {
            PolicyRows.change(connection);
            PolicyRows.deleteOf(connection, pluginId);
        }
    }

    private static Optional<Draft> read(
            String pluginId, io.plexica.api.manifest.Policy policy, String pointer, List<FieldError> problems) {
        String pattern = policy.permission();
        if (!PermissionKeys.isPattern(pattern) || !pattern.startsWith(pluginId + ":")) {
            problems.add(new FieldError(pointer + "/permission", "must be a key or pattern under " + pluginId + ":"));
        }
        ConditionErrors flaws = new ConditionErrors();
        Optional<Condition> condition = ConditionReader.read(policy.conditions(), pointer + "/conditions", flaws);
        flaws.found().forEach(flaw -> problems.add(new FieldError(flaw.pointer(), flaw.message())));
        return condition.map(known -> new Draft(
                policy,
                new Policy(
                        UUID.randomUUID(),
                        policy.name(),
                        pattern,
                        Effect.valueOf(policy.effect()),
                        known,
                        policy.priority())));
    }

    /** A policy of a manifest as it is kept. */
    private record Draft(io.plexica.api.manifest.Policy from, Policy rule) {}
}
