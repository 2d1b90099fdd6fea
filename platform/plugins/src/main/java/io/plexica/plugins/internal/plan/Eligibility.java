package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Whether a tenant may have a version at all, whatever else it has. */
public final class Eligibility {

    private Eligibility() {}

    /** Whether a tenant may see a plugin. */
    public static boolean isVisible(PluginManifest manifest, String slug) {
        return manifest.visibility().isPublic()
                || manifest.visibility().tenants().contains(slug);
    }

    /** What stands against a version in a tenant. */
    static List<Problem> problems(PluginManifest manifest, Tenant tenant, Version platform) {
        List<Problem> problems = new ArrayList<>();
        if (!manifest.plans().isEmpty() && !manifest.plans().contains(tenant.plan())) {
            problems.add(new Problem(
                    ErrorCode.PLAN_REQUIRED,
                    "",
                    manifest.name() + " is for tenants on the plan " + String.join(" or ", manifest.plans())
                            + "; this one is on " + tenant.plan(),
                    Map.of("plans", manifest.plans())));
        }
        String range = manifest.platform();
        if (range != null && !VersionRange.valueOf(range.strip()).includes(platform)) {
            problems.add(Problem.conflict(
                    "platform-range",
                    manifest.id() + " " + manifest.version() + " needs a platform of version " + range.strip()
                            + ", but this is " + platform));
        }
        return problems;
    }

    /** What stands against moving a tenant to a version that it may not see. */
    static List<Problem> unseen(PluginManifest manifest, Tenant tenant) {
        return isVisible(manifest, tenant.slug())
                ? List.of()
                : List.of(Problem.of(
                        ErrorCode.PLUGIN_NOT_FOUND,
                        manifest.id() + " " + manifest.version()
                                + " is not for this tenant: its visibility names others"));
    }

    /** Whether a version may come along with another without being named. */
    static boolean isOffered(StoredVersion version) {
        return version.status().isInstallable() && !version.manifest().version().isPreRelease();
    }
}
