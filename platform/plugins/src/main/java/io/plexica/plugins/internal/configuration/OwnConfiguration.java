package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.configuration.PluginConfiguration;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.EffectiveSettings.Secret;
import io.plexica.plugins.internal.store.Level;
import io.plexica.plugins.internal.store.Levels;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.settings.FeatureFlags;
import io.plexica.spi.tenancy.Tenant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The settings of one plugin version, for its own code. Safe for all threads. */
final class OwnConfiguration implements PluginConfiguration {

    private static final int MOST = 20_000;

    private final Map<Place, View> views = new ConcurrentHashMap<>();
    private final PluginManifest manifest;
    private final ConfigurationMemory memory;
    private final SecretKeys keys;
    private final FeatureFlags flags;

    OwnConfiguration(PluginManifest manifest, ConfigurationMemory memory, SecretKeys keys, FeatureFlags flags) {
        this.manifest = manifest;
        this.memory = memory;
        this.keys = keys;
        this.flags = flags;
    }

    @Override
    public Map<String, Object> values() {
        return view().values();
    }

    @Override
    public Optional<String> text(String name) {
        return find(name, String.class);
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return find(name, Boolean.class);
    }

    @Override
    public Optional<Integer> integer(String name) {
        return number(name).flatMap(Settings::whole);
    }

    @Override
    public Optional<BigDecimal> number(String name) {
        return find(name, Number.class).map(Settings::exact);
    }

    @Override
    public List<String> texts(String name) {
        return find(name, List.class).map(Settings::texts).orElse(List.of());
    }

    @Override
    public Optional<String> secret(String name) {
        Secret secret = view().secrets().get(name);
        if (secret == null) {
            return Optional.empty();
        }
        String place = SecretKeys.place(tenant().slug(), manifest.id(), secret.workspace(), name);
        JsonNode value = Json.read(keys.open(place, secret.sealed())
                .orElseThrow(() -> new PlexicaException(
                                ErrorCode.INTERNAL_ERROR,
                                "The secret '" + name + "' of " + manifest.id()
                                        + " cannot be decrypted: the platform's key for secrets is missing or another"
                                        + " one now")
                        .with("plugin", manifest.id())));
        return Optional.of(value.isTextual() ? value.asText() : value.toString());
    }

    @Override
    public boolean featureEnabled(String key) {
        boolean byDefault = manifest.features().stream()
                .filter(feature -> feature.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(manifest.id() + " has no feature '" + key + "'"))
                .enabledByDefault();
        Level here = view().here();
        if (here.disabledFeatures().contains(key)) {
            return false;
        }
        return byDefault
                || here.enabledFeatures().contains(key)
                || flags.isOn(manifest.id() + "." + key.toLowerCase(Locale.ROOT), tenant());
    }

    private <T> Optional<T> find(String name, Class<T> type) {
        return Settings.find(values(), name).filter(type::isInstance).map(type::cast);
    }

    /** The memory gives the same object until something changes. */
    @SuppressWarnings("ReferenceEquality")
    private View view() {
        WorkspaceInfo workspace = Contexts.require().workspace();
        Place place = new Place(tenant().slug(), workspace == null ? null : workspace.id());
        Levels levels = memory.of(place.slug(), manifest.id());
        View known = views.get(place);
        if (known != null && known.levels() == levels) {
            return known;
        }
        if (views.size() > MOST) {
            views.clear();
        }
        View fresh = View.of(manifest, levels, place.workspace());
        views.put(place, fresh);
        return fresh;
    }

    private static Tenant tenant() {
        ExecutionContext context = Contexts.find();
        Tenant tenant = context == null ? null : context.tenant();
        if (tenant == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "Settings are those of a tenant, and this thread works in none");
        }
        return tenant;
    }

    /** Where settings hold. */
    private record Place(String slug, @Nullable UUID workspace) {}

    /** What holds in a place, made of what was decided. */
    private record View(Levels levels, Level here, Map<String, Object> values, Map<String, Secret> secrets) {

        static View of(PluginManifest manifest, Levels levels, @Nullable UUID workspace) {
            EffectiveSettings effective = EffectiveSettings.of(manifest.configuration(), levels, workspace);
            return new View(
                    levels, levels.at(workspace), Json.plain(effective.values()), Map.copyOf(effective.secrets()));
        }
    }
}
