package io.plexica.tenancy.internal.shell;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Puts a tenant on another plan. */
@Service
@Command(scope = "tenant", name = "set-plan", description = "Puts a tenant on another plan")
public final class SetPlanCommand extends TenantCommand {

    @Argument(index = 0, name = "slug", description = "The tenant", required = true)
    @Completion(SlugCompleter.class)
    private String slug;

    @Argument(index = 1, name = "plan", description = "The plan", required = true)
    @Completion(PlanCompleter.class)
    private String plan;

    @Override
    protected void run() throws Exception {
        print(tenants.edit(slug, JsonNodeFactory.instance.objectNode().put("plan", plan), IfMatch.ANY));
    }
}
