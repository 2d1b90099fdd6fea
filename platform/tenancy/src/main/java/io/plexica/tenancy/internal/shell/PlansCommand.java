package io.plexica.tenancy.internal.shell;

import io.plexica.api.rest.PageQuery;
import io.plexica.shell.PlexicaCommand;
import io.plexica.tenancy.internal.PlanJson;
import io.plexica.tenancy.internal.PlanPages;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the plans. */
@Service
@Command(
        scope = "tenant",
        name = "plans",
        description = "Lists the plans, what they bound and how many tenants have them")
public final class PlansCommand extends PlexicaCommand {

    private static final String ALL = "200";

    @Reference
    private PlanPages plans;

    @Override
    protected void run() throws Exception {
        List<PlanJson> all = plans.page(new PageQuery(null, ALL, null, null)).items();
        if (json) {
            printJson(all);
            return;
        }
        printTable(
                all,
                "There is no plan",
                List.of("Plan", "Tenants", "Offered", "Default", "Dedicated", "Bounds"),
                plan -> cells(
                        plan.name(), plan.tenants(), plan.offered(), plan.standard(), plan.dedicated(), bounds(plan)));
    }

    private static String bounds(PlanJson plan) {
        return plan.bounds().stream()
                .map(bound -> bound.name() + " " + (bound.most() == null ? "unbounded" : bound.most()))
                .collect(Collectors.joining(", "));
    }
}
