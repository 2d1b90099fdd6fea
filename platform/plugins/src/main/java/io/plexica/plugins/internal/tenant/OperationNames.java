package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.plan.Action;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.plan.Step;
import io.plexica.plugins.internal.store.Installation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of operations, as they stand beside an installation while it is worked on. Pure. */
final class OperationNames {

    /** The operation that also deletes data; a later run must know when it was broken off. */
    static final String WITH_DATA = "uninstall with data";

    /** Stands in the name of what is only done for another plugin. */
    private static final String FOR = " for ";

    private OperationNames() {}

    /** What a step is called. */
    static String word(Step step, InstallationRequest wish) {
        if (!step.plugin().id().equals(wish.pluginId())) {
            return step.action().word() + FOR + wish.pluginId();
        }
        boolean deletes = wish.action() == Action.UNINSTALL && wish.deleteData();
        return deletes ? WITH_DATA : wish.action().word();
    }

    /** What all is called that is only done for a plugin, as a pattern of SQL. */
    static String like(String pluginId) {
        return "%" + FOR + pluginId;
    }

    /** Whether what is being done is only done for another plugin. */
    static boolean isAlong(Installation installation) {
        return contains(installation.operation(), FOR);
    }

    /** Whether that is an installation. */
    static boolean isInstalling(Installation installation) {
        return contains(installation.operation(), Action.INSTALL.word());
    }

    /** What is done, as the audit log calls it. */
    static String audited(Installation installation) {
        String word = String.valueOf(installation.operation()).split(" ", 2)[0];
        return Stream.of(Action.values())
                .filter(action -> action.word().equals(word))
                .findFirst()
                .map(AuditActions::of)
                .orElse("core.plugin." + word);
    }

    private static boolean contains(@Nullable String operation, String part) {
        return operation != null && operation.contains(part);
    }
}
