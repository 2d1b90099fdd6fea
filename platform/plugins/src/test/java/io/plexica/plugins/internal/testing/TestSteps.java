package io.plexica.plugins.internal.testing;

import io.plexica.plugins.internal.preview.Previews;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.publish.Replacements;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.runtime.Launcher;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.services.ServiceBounds;
import io.plexica.plugins.internal.services.ServiceCalls;
import io.plexica.plugins.internal.settings.LimitsSettings;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.RolledOut;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.plugins.internal.tenant.DataDeletion;
import io.plexica.plugins.internal.tenant.HealthGate;
import io.plexica.plugins.internal.tenant.HealthProbation;
import io.plexica.plugins.internal.tenant.Hooks;
import io.plexica.plugins.internal.tenant.InstallExecutor;
import io.plexica.plugins.internal.tenant.Operations;
import io.plexica.plugins.internal.tenant.PlanClaims;
import io.plexica.plugins.internal.tenant.PlanExecutor;
import io.plexica.plugins.internal.tenant.Snapshots;
import io.plexica.plugins.internal.tenant.SwitchExecutor;
import io.plexica.plugins.internal.tenant.UninstallExecutor;
import io.plexica.plugins.internal.tenant.UpgradeExecutor;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.bounds.CallLimits;
import io.plexica.spi.data.SchemaReady;
import java.time.Duration;

/** What does the single steps of a plan, for a platform that is being put together. */
final class TestSteps {

    private TestSteps() {}

    static ServiceCalls serviceCalls(PluginRuntime runtime) {
        CallLimits limits = new CallLimits(32, 64, Duration.ofSeconds(10));
        return new ServiceCalls(
                runtime, new ServiceBounds(() -> BoundSettings.STANDARD, new LimitsSettings(limits, 400)));
    }

    static HealthProbation proving(
            TestPlatform of, Operations operations, VersionStore versions, Hooks hooks, AuditLog audit) {
        return new HealthProbation(
                operations,
                of.installations,
                of.underWay,
                versions,
                of.schemas,
                of.permissions,
                hooks,
                new HealthGate(of.settings),
                of.routes,
                of.database,
                audit);
    }

    static PlanExecutor applying(
            TestPlatform of,
            Operations operations,
            HealthProbation proving,
            Snapshots snapshots,
            Previews previews,
            VersionStore versions,
            Hooks hooks,
            DataDeletion deletion,
            AuditLog audit) {
        RolledOut rolledOut = new RolledOut(of.database, new SchemaReady() {});
        return new PlanExecutor(
                operations,
                new PlanClaims(
                        operations,
                        snapshots,
                        previews,
                        of.installations,
                        versions,
                        of.underWay,
                        rolledOut,
                        of.schemas,
                        of.database),
                new InstallExecutor(
                        operations,
                        of.installations,
                        of.schemas,
                        of.permissions,
                        of.configurations,
                        hooks,
                        of.routes,
                        of.database,
                        audit),
                new SwitchExecutor(operations, of.installations, hooks, of.routes, of.database, audit),
                new UpgradeExecutor(
                        operations,
                        of.installations,
                        rolledOut,
                        versions,
                        of.schemas,
                        of.permissions,
                        hooks,
                        proving,
                        of.routes,
                        of.database,
                        audit),
                new UninstallExecutor(
                        operations, of.installations, deletion, of.permissions, hooks, of.routes, of.database, audit));
    }

    static Publisher publisher(
            TestPlatform of,
            Convergence convergence,
            Launcher launcher,
            VersionStore versions,
            ArtifactStore artifacts,
            Replacements replacements,
            AuditLog audit) {
        return new Publisher(
                convergence,
                of.worker,
                launcher,
                of.runtime,
                versions,
                artifacts,
                of.installations,
                replacements,
                of.withdrawn,
                of.permissions,
                of.schemas,
                of.settings,
                of.registrySettings,
                of.database,
                audit);
    }
}
