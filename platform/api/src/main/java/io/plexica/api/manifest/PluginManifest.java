package io.plexica.api.manifest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of a plugin version, {@code META-INF/plexica/plugin.json}, as values. What the JSON leaves out is an empty
 * list or map, false, or null where the component says so. See {@code META-INF/plexica/plugin.schema.json} in this bundle
 * for the exact form of each field.
 *
 * @param id the plugin's id, such as {@code crm}
 * @param name the name people see
 * @param version the semantic version
 * @param description one or two sentences
 * @param author who made it
 * @param license an SPDX expression
 * @param category where the catalogue lists it
 * @param tags words to find it by
 * @param icon path of an image within the bundle
 * @param homepage address of its site
 * @param repository address of its sources
 * @param screenshots paths of images within the bundle
 * @param platform OSGi version range of the platforms it runs on
 * @param dependencies other plugins it needs
 * @param conflicts ids of plugins that cannot be enabled beside it
 * @param plans tenants' plans that may have it; empty for all
 * @param visibility who may see it
 * @param permissions the permissions it brings
 * @param data its tables
 * @param configuration its settings
 * @param features parts that can be switched on and off
 * @param policies rules that narrow what roles grant
 * @param healthCheck path of its health check below its base path; null when it has none
 * @param events the events it publishes and handles
 * @param jobs work at a time or an interval
 * @param services what it offers other plugins and what it needs of them
 * @param web what it adds to the web console
 * @param translations its texts in other languages
 * @param limits how much it may do at once, for each tenant
 */
public record PluginManifest(
        String id,
        String name,
        SemanticVersion version,
        @Nullable String description,
        @Nullable Author author,
        @Nullable String license,
        @Nullable String category,
        List<String> tags,
        @Nullable String icon,
        @Nullable String homepage,
        @Nullable String repository,
        List<String> screenshots,
        @Nullable String platform,
        List<Dependency> dependencies,
        List<String> conflicts,
        List<String> plans,
        Visibility visibility,
        List<Permission> permissions,
        Tables data,
        Configuration configuration,
        List<Feature> features,
        List<Policy> policies,
        @Nullable String healthCheck,
        Events events,
        List<Job> jobs,
        Services services,
        Web web,
        Translations translations,
        Limits limits) {

    public PluginManifest {
        tags = List.copyOf(tags);
        screenshots = List.copyOf(screenshots);
        dependencies = List.copyOf(dependencies);
        conflicts = List.copyOf(conflicts);
        plans = List.copyOf(plans);
        permissions = List.copyOf(permissions);
        features = List.copyOf(features);
        policies = List.copyOf(policies);
        jobs = List.copyOf(jobs);
    }

    /** A manifest as version 1.0 of this package knew it: what came later is empty. */
    public PluginManifest(
            String id,
            String name,
            SemanticVersion version,
            @Nullable String description,
            @Nullable Author author,
            @Nullable String license,
            @Nullable String category,
            List<String> tags,
            @Nullable String icon,
            @Nullable String homepage,
            @Nullable String repository,
            List<String> screenshots,
            @Nullable String platform,
            List<Dependency> dependencies,
            List<String> conflicts,
            List<String> plans,
            Visibility visibility,
            List<Permission> permissions,
            Tables data,
            Configuration configuration,
            List<Feature> features) {
        this(
                id,
                name,
                version,
                description,
                author,
                license,
                category,
                tags,
                icon,
                homepage,
                repository,
                screenshots,
                platform,
                dependencies,
                conflicts,
                plans,
                visibility,
                permissions,
                data,
                configuration,
                features,
                List.of(),
                null,
                Events.NONE,
                List.of(),
                Services.NONE,
                Web.NONE,
                Translations.NONE,
                Limits.NONE);
    }

    /** The same manifest with other permissions. */
    public PluginManifest withPermissions(List<Permission> others) {
        return new PluginManifest(
                id,
                name,
                version,
                description,
                author,
                license,
                category,
                tags,
                icon,
                homepage,
                repository,
                screenshots,
                platform,
                dependencies,
                conflicts,
                plans,
                visibility,
                others,
                data,
                configuration,
                features,
                policies,
                healthCheck,
                events,
                jobs,
                services,
                web,
                translations,
                limits);
    }

    /** Who made a plugin. */
    public record Author(
            String name, @Nullable String email, @Nullable String url) {}

    /**
     * Another plugin that this one needs.
     *
     * @param plugin its id
     * @param version OSGi range of versions that will do
     * @param optional whether this plugin also works without it
     */
    public record Dependency(String plugin, String version, boolean optional) {}

    /**
     * A permission that the plugin brings into every tenant that installs it.
     *
     * @param key {@code <plugin>:<resource>:<action>}
     * @param name the name people see
     * @param description what its holder can do
     * @param defaultRoles system roles that get it on install
     * @param irreversible whether what it allows cannot be undone
     */
    public record Permission(
            String key, String name, @Nullable String description, List<String> defaultRoles, boolean irreversible) {

        public Permission {
            defaultRoles = List.copyOf(defaultRoles);
        }
    }

    /**
     * Who may see the plugin.
     *
     * @param tenants slugs of the tenants it is for; empty for everyone
     */
    public record Visibility(List<String> tenants) {

        public Visibility {
            tenants = List.copyOf(tenants);
        }

        /** Whether every tenant may see it. */
        public boolean isPublic() {
            return tenants.isEmpty();
        }
    }

    /**
     * The plugin's tables.
     *
     * @param migrations folder within the bundle with the SQL migrations; null when there are no tables
     * @param workspaceAware whether rows belong to workspaces
     */
    public record Tables(@Nullable String migrations, boolean workspaceAware) {}

    /**
     * The plugin's settings.
     *
     * @param schema JSON Schema 2020-12 of a tenant's configuration, as parsed JSON
     * @param defaults values where a tenant gives none
     * @param secrets names of the settings that are stored encrypted and never shown
     */
    public record Configuration(Map<String, Object> schema, Map<String, Object> defaults, List<String> secrets) {

        public Configuration {
            schema = Map.copyOf(schema);
            defaults = Map.copyOf(defaults);
            secrets = List.copyOf(secrets);
        }
    }

    /** A part of the plugin that can be switched on and off. */
    public record Feature(String key, String name, boolean enabledByDefault) {}

    /**
     * Events.
     *
     * @param publishes names of those that the plugin publishes
     * @param subscribes names of those that it handles
     */
    public record Events(List<String> publishes, List<String> subscribes) {

        /** None. */
        public static final Events NONE = new Events(List.of(), List.of());

        public Events {
            publishes = List.copyOf(publishes);
            subscribes = List.copyOf(subscribes);
        }
    }

    /** The plugin's texts in other languages. */
    public record Translations(List<String> namespaces, List<String> locales) {

        /** None. */
        public static final Translations NONE = new Translations(List.of(), List.of());

        public Translations {
            namespaces = List.copyOf(namespaces);
            locales = List.copyOf(locales);
        }
    }

    /**
     * How much the plugin may do at once, for each tenant. What is null is the platform's to say.
     *
     * @param maxConcurrency calls at once
     * @param timeout how long a call may take
     * @param queue calls that wait while others run
     */
    public record Limits(
            @Nullable Integer maxConcurrency,
            @Nullable Duration timeout,
            @Nullable Integer queue) {

        /** What the platform says. */
        public static final Limits NONE = new Limits(null, null, null);
    }
}
