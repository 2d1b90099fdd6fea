package io.plexica.plugins.internal.plan;

import io.plexica.plugins.internal.manifest.ManifestReader;
import io.plexica.plugins.internal.manifest.ManifestResult;
import io.plexica.plugins.internal.plan.Snapshot.Rights;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionState;
import io.plexica.spi.data.PluginSchemas.Difference;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.framework.Version;

/** Published versions and what the tenant acme, on the plan free, has of them. */
final class World {

    private static final ManifestReader READER = new ManifestReader();

    private final Map<PluginRef, StoredVersion> versions = new LinkedHashMap<>();
    private final Map<String, Installation> installations = new LinkedHashMap<>();
    private final Map<String, String> tablesFrom = new LinkedHashMap<>();
    private final Map<PluginRef, String> idle = new LinkedHashMap<>();
    private final Map<PluginRef, Difference> differences = new LinkedHashMap<>();
    private Rights rights = Rights.ALL;
    private TenantStatus status = TenantStatus.ACTIVE;

    /** Publishes a version; the needs are pairs of an id and a range, those with {@code ?} before the id optional. */
    World publish(String id, String version, String... needs) {
        return publishWith(id, version, "\"dependencies\":[" + dependencies(needs) + "]");
    }

    /** Publishes a version with other members of the manifest. */
    World publishWith(String id, String version, String members) {
        ManifestResult read = READER.read(("{\"id\":\"" + id + "\",\"name\":\"" + id + "\",\"version\":\"" + version
                        + "\"" + (members.isEmpty() ? "" : "," + members) + "}")
                .getBytes(StandardCharsets.UTF_8));
        if (read.manifest() == null || !read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        StoredVersion stored = new StoredVersion(
                read.manifest(),
                read.raw(),
                id,
                version,
                VersionState.PUBLISHED,
                "digest of " + id + version,
                1,
                "same tables",
                "shell",
                null,
                Instant.EPOCH,
                "me");
        versions.put(stored.ref(), stored);
        return this;
    }

    World has(String id, String version, InstallationStatus state) {
        return has(id, version, state, null);
    }

    /** The tenant has a version, to which something is being done. */
    World has(String id, String version, InstallationStatus state, String operation) {
        installations.put(
                id,
                new Installation(
                        "acme",
                        new PluginRef(id, version),
                        state,
                        operation,
                        operation == null ? null : UUID.randomUUID(),
                        false,
                        true,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        null,
                        tablesFrom.get(id),
                        Instant.EPOCH,
                        Instant.EPOCH));
        return this;
    }

    /** From which version the tables of what the tenant has, or will be said to have, were last migrated. */
    World migratedFrom(String id, String version) {
        tablesFrom.put(id, version);
        return this;
    }

    World idle(String id, String version, String why) {
        idle.put(new PluginRef(id, version), why);
        return this;
    }

    /** The version's migrations differ from those that have run in the tenant. */
    World differs(String id, String version, Difference difference) {
        differences.put(new PluginRef(id, version), difference);
        return this;
    }

    World rights(Rights others) {
        rights = others;
        return this;
    }

    World status(TenantStatus other) {
        status = other;
        return this;
    }

    StoredVersion version(String id, String version) {
        return versions.get(new PluginRef(id, version));
    }

    Map<String, Installation> installations() {
        return installations;
    }

    Plan plan(InstallationRequest wish) {
        return Planner.plan(snapshot(), wish);
    }

    Plan install(String id, String version) {
        return plan(InstallationRequest.install(version(id, version), null));
    }

    Plan upgrade(String id, String version) {
        return plan(InstallationRequest.upgrade(version(id, version)));
    }

    Snapshot snapshot() {
        return new Snapshot(
                new Tenant(UUID.randomUUID(), "acme", "Acme", status, "free", Instant.EPOCH),
                new Version("1.1.0"),
                java.util.List.copyOf(versions.values()),
                java.util.List.copyOf(installations.values()),
                idle,
                rights,
                false,
                differences,
                java.util.List.of());
    }

    private static String dependencies(String... needs) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < needs.length; i += 2) {
            boolean optional = needs[i].startsWith("?");
            all.append(i == 0 ? "" : ",")
                    .append("{\"plugin\":\"")
                    .append(optional ? needs[i].substring(1) : needs[i])
                    .append("\",\"version\":\"")
                    .append(needs[i + 1])
                    .append("\",\"optional\":")
                    .append(optional)
                    .append('}');
        }
        return all.toString();
    }
}
