package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.LevelDecisions.Decided;
import io.plexica.plugins.internal.store.Level;
import io.plexica.plugins.internal.store.LevelStore;
import io.plexica.plugins.internal.store.Levels;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings of plugins in tenants and workspaces, for REST and shell alike; who may do it was asked before. Safe for all threads. */
@Component(service = Configurations.class)
public final class Configurations {

    private static final String BODY = "/values";
    private static final String INSTALL_BODY = "/configuration";

    private final LevelDecisions decisions;
    private final LevelStore levels;
    private final SecretKeys keys;

    /** Takes what does the work. */
    @Activate
    public Configurations(
            @Reference LevelDecisions decisions, @Reference LevelStore levels, @Reference SecretKeys keys) {
        this.decisions = decisions;
        this.levels = levels;
        this.keys = keys;
    }

    /**
     * The settings of a plugin in a tenant, or in one of its workspaces.
     *
     * @param effective whether all that holds there is wanted, or only what was set there
     * @throws PlexicaException {@code not-found} when the tenant never tried to install the plugin
     */
    public ConfigurationState get(Tenant tenant, String pluginId, @Nullable WorkspaceInfo place, boolean effective) {
        Decided decided = decisions.read(tenant, pluginId);
        UUID workspace = place == null ? null : place.id();
        SettingsDraft draft = new SettingsDraft(tenant.slug(), decided.manifest(), keys, BODY);
        List<FieldError> problems = draft.problems(decided.levels(), workspace);
        return ConfigurationState.of(decided, workspace, effective, problems);
    }

    /**
     * Replaces what was set at one level. A secret that is not named is kept, one that is null goes.
     *
     * @throws PlexicaException {@code validation-failed} with everything that is wrong, {@code not-found},
     *     {@code precondition-failed}, {@code conflict}
     */
    public ConfigurationState put(
            Tenant tenant, String pluginId, @Nullable WorkspaceInfo place, Map<String, ?> values, IfMatch ifMatch) {
        return change(tenant, pluginId, place, before -> Json.object(values), ifMatch);
    }

    /** Changes single settings of one level, as {@link #put} would. */
    public ConfigurationState change(
            Tenant tenant,
            String pluginId,
            @Nullable WorkspaceInfo place,
            UnaryOperator<ObjectNode> change,
            IfMatch ifMatch) {
        UUID workspace = place == null ? null : place.id();
        LevelDecisions.Change wanted = decided -> {
            ObjectNode before = decided.levels().at(workspace).values().deepCopy();
            return new SettingsDraft(tenant.slug(), decided.manifest(), keys, BODY)
                    .of(decided.levels(), workspace, change.apply(before));
        };
        try {
            tryOut(decisions.read(tenant, pluginId), workspace, ifMatch, wanted);
            decisions.change(tenant, pluginId, place, ifMatch, wanted);
        } catch (PlexicaException e) {
            decisions.refused(tenant, pluginId, e);
            throw e;
        }
        return get(tenant, pluginId, place, true);
    }

    /** What is refused anyway is refused before anybody has to wait for the installation: a check can take its time. */
    private static void tryOut(Decided now, @Nullable UUID workspace, IfMatch ifMatch, LevelDecisions.Change wanted) {
        if (now.installation().status().isPresent()) {
            ifMatch.require(now.levels().at(workspace).version());
            wanted.of(now);
        }
    }

    /**
     * Refuses what an installation could not keep, before anything of it is done. Without settings nothing is refused, also where
     * the schema demands some: then they are set afterwards.
     *
     * @throws PlexicaException {@code validation-failed} with everything that is wrong
     */
    public void check(Tenant tenant, PluginManifest manifest, Map<String, ?> wanted) {
        if (!wanted.isEmpty()) {
            draft(tenant, manifest, wanted);
        }
    }

    /**
     * What a version has against the settings that a tenant and its workspaces have, by pointer. What the version that they are
     * on has against them, too, is not news.
     *
     * @param present the version that they are on; null for one that is not there any more
     */
    public List<FieldError> unfit(String slug, @Nullable PluginManifest present, PluginManifest target) {
        Levels decided = levels.of(slug, target.id());
        List<FieldError> before =
                present == null ? List.of() : new SettingsDraft(slug, present, keys, "").everywhere(decided);
        return new SettingsDraft(slug, target, keys, "")
                .everywhere(decided).stream()
                        .filter(problem -> !before.contains(problem))
                        .toList();
    }

    /** Keeps what an installation came with, in the current unit of work; without settings what there is stays. */
    public void initial(Tenant tenant, PluginManifest manifest, Map<String, ?> wanted) {
        if (!wanted.isEmpty()) {
            Level before = levels.of(tenant.slug(), manifest.id()).tenant();
            decisions.keep(tenant, manifest, before, draft(tenant, manifest, wanted), null);
        }
    }

    private Level draft(Tenant tenant, PluginManifest manifest, Map<String, ?> wanted) {
        Levels present = levels.of(tenant.slug(), manifest.id());
        return new SettingsDraft(tenant.slug(), manifest, keys, INSTALL_BODY).of(present, null, wanted);
    }
}
