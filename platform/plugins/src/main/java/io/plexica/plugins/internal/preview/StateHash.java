package io.plexica.plugins.internal.preview;

import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.plan.Plan;
import io.plexica.plugins.internal.plan.Problem;
import io.plexica.plugins.internal.plan.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One word for all that a preview was made from: the wish, what the tenant has, which bytes would be brought, who may do what.
 * Rows of data are not in it, since they change all the time. Pure.
 */
final class StateHash {

    private static final int LENGTH = 16;

    private StateHash() {}

    static String of(Snapshot snapshot, Plan plan, Object... consequences) {
        InstallationRequest wish = plan.wish();
        List<Object> facts = List.of(
                snapshot.tenant().slug(),
                snapshot.tenant().plan(),
                snapshot.tenant().status(),
                wish.action(),
                wish.pluginId(),
                wish.deleteData(),
                String.valueOf(wish.grantDefaults()),
                snapshot.installations().stream()
                        .map(installation -> installation.plugin() + " " + installation.status() + " "
                                + installation.operation() + " " + installation.granted())
                        .toList(),
                plan.steps().stream()
                        .map(step -> step + " "
                                + (step.version() == null ? "" : step.version().digest()))
                        .toList(),
                plan.problems().stream().map(Problem::message).toList(),
                plan.dependants(),
                List.of(consequences));
        return hex(facts.toString());
    }

    /** The same of a publication. */
    static String of(Object... facts) {
        return hex(List.of(facts).toString());
    }

    private static String hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
