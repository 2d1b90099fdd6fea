package io.plexica.plugins.internal.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.api.manifest.Contribution;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.plan.Problem;
import io.plexica.spi.data.PluginSchemas.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call would do, over the network.
 *
 * @param dryRun true: nothing was done
 * @param steps what would be done, in order
 * @param permissions what people could do afterwards, and what no more
 * @param migrations files that would run, {@code <plugin>/<file>}
 * @param events what would be published and handled that is not yet
 * @param contributions what the web console would get
 * @param contributionsLost what the web console would have no more
 * @param data the tables that would be deleted
 * @param dependants other plugins of the tenant that need this one
 * @param problems all for which the call would be refused
 * @param warnings what is to be known of the versions that are brought and does not stand in the way
 * @param state stands for everything that this was made from; the real call may demand it
 * @param tenants for a publication: what would change for the tenants that have the plugin; absent for a tenant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preview(
        boolean dryRun,
        List<StepView> steps,
        Permissions permissions,
        List<String> migrations,
        Events events,
        List<ContributionView> contributions,
        List<ContributionView> contributionsLost,
        List<TableRows> data,
        List<String> dependants,
        List<ProblemView> problems,
        List<String> warnings,
        String state,
        @Nullable List<TenantChange> tenants) {

    /** One step. */
    public record StepView(String action, String target, String detail) {}

    /** What changes for people. */
    public record Permissions(List<Change> gained, List<Change> lost) {

        static final Permissions NONE = new Permissions(List.of(), List.of());
    }

    /**
     * A permission that comes or goes.
     *
     * @param roles the roles through which people get or lose it
     * @param people how many
     * @param irreversible whether what it allows cannot be undone
     */
    public record Change(String key, String name, List<String> roles, int people, boolean irreversible) {}

    /** Names of events. */
    public record Events(List<String> publishes, List<String> subscribes) {}

    /** What a plugin adds to a place in the web console. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContributionView(
            String plugin,
            String point,
            String module,
            @Nullable String label,
            @Nullable String icon,
            int order,
            @Nullable String permission) {

        static ContributionView of(String plugin, Contribution contribution) {
            return new ContributionView(
                    plugin,
                    contribution.point(),
                    contribution.module(),
                    contribution.label(),
                    contribution.icon(),
                    contribution.order(),
                    contribution.permission());
        }
    }

    /**
     * Something that stands in the way.
     *
     * @param pointer the setting that is at fault; absent for none in particular
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProblemView(
            String code, String message, @Nullable String pointer) {

        /** One of no setting in particular. */
        ProblemView(String code, String message) {
            this(code, message, null);
        }

        static ProblemView of(Problem problem) {
            FieldError part = problem.part();
            return new ProblemView(problem.code().code(), problem.message(), part == null ? null : part.pointer());
        }
    }

    /**
     * What would change for a tenant that has the plugin, once it is on the version.
     *
     * @param from the version that it is on
     * @param moves whether publishing moves it: so for a snapshot that is replaced
     */
    public record TenantChange(
            String tenant,
            String from,
            boolean moves,
            Permissions permissions,
            List<String> migrations,
            List<ProblemView> problems) {}
}
