package io.plexica.plugins.internal.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the web console shows of plugins to one person.
 *
 * @param plugins those that are enabled where the caller is and run, by id
 */
public record ConsoleView(List<ConsolePlugin> plugins) {

    public ConsoleView {
        plugins = List.copyOf(plugins);
    }

    /**
     * A plugin.
     *
     * @param icon the address of its icon; absent when it has none
     * @param routePrefix where its pages begin; absent when it has none
     * @param sandbox whether its pages run in a frame without an origin
     * @param entry the address of its main module; absent when it has none
     * @param integrity the hashes of its modules and style sheets, by their addresses
     * @param namespaces of its translations
     * @param locales in which they are there
     * @param contributions those that the caller has the permission for, in their order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConsolePlugin(
            String id,
            String name,
            String version,
            @Nullable String icon,
            @Nullable String routePrefix,
            boolean sandbox,
            @Nullable String entry,
            Map<String, String> integrity,
            List<String> namespaces,
            List<String> locales,
            List<ConsoleContribution> contributions) {}

    /**
     * What a plugin adds to one place.
     *
     * @param point the extension point
     * @param module as the manifest names it
     * @param url the address of the module's file
     * @param label the words that people see; absent when it has none
     * @param icon the name of its icon; absent when it has none
     * @param order small numbers come first
     * @param permission what it takes to see it; absent when nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConsoleContribution(
            String point,
            String module,
            String url,
            @Nullable String label,
            @Nullable String icon,
            int order,
            @Nullable String permission) {}
}
