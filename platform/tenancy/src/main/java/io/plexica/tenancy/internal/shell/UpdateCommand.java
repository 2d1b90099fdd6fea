package io.plexica.tenancy.internal.shell;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Changes a tenant. */
@Service
@Command(scope = "tenant", name = "update", description = "Changes a tenant's name, plan, settings or theme")
public final class UpdateCommand extends TenantCommand {

    @Argument(name = "slug", description = "The tenant", required = true)
    @Completion(SlugCompleter.class)
    private String slug;

    @Option(name = "--name", description = "The name people see")
    private @Nullable String name;

    @Option(name = "--plan", description = "The tenant's plan")
    @Completion(PlanCompleter.class)
    private @Nullable String plan;

    @Option(name = "--settings", description = "What changes in the settings, as a JSON merge patch")
    private @Nullable String settings;

    @Option(name = "--theme", description = "What changes in the theme, as a JSON merge patch")
    private @Nullable String theme;

    @Override
    protected void run() throws Exception {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        if (name != null) {
            patch.put("name", name);
        }
        if (plan != null) {
            patch.put("plan", plan);
        }
        if (settings != null) {
            patch.set("settings", read("/settings", settings));
        }
        if (theme != null) {
            patch.set("theme", read("/theme", theme));
        }
        print(tenants.edit(slug, patch, IfMatch.ANY));
    }
}
