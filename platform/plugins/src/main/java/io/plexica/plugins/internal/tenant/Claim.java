package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.plan.MoveOrigin;
import io.plexica.plugins.internal.plan.Step;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan whose installation nobody else can touch until the step has ended.
 *
 * @param operation the run that has claimed it
 * @param step what is to be done
 * @param before the installation as it was; null when the tenant never had the plugin
 * @param fresh whether the step makes the plugin's schema
 * @param grant whether roles get their default permissions
 * @param deleteData whether data goes too
 * @param configuration the settings with which the plugin is installed; empty for those that there are
 * @param along whether the step is only there for another one, and is taken back when that one fails
 * @param course who moves the tenant, and why
 * @param companions what came along with this one and is settled with it
 */
record Claim(
        UUID operation,
        Step step,
        @Nullable Installation before,
        boolean fresh,
        boolean grant,
        boolean deleteData,
        Map<String, ?> configuration,
        boolean along,
        MoveOrigin course,
        List<Claim> companions) {

    Claim {
        companions = List.copyOf(companions);
    }

    /** The version that the step is about. */
    PluginRef plugin() {
        return step.plugin();
    }

    /** The installation as it was, for steps that need one. */
    Installation present() {
        if (before == null) {
            throw new IllegalStateException(step + " needs an installation");
        }
        return before;
    }

    /** The version that the step is about, for steps that need it. */
    StoredVersion version() {
        if (step.version() == null) {
            throw new IllegalStateException(step + " needs a version that is there");
        }
        return step.version();
    }
}
