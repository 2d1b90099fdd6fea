package io.plexica.plugins.internal.rest;

import io.plexica.plugins.internal.plan.Action;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.preview.ExpectedState;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.tenant.Progress;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.spi.operations.Operations;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.tenancy.Tenant;
import java.util.function.Function;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/** Answers a wish in the manner in which it is asked: previews it, fulfils it, or has it fulfilled meanwhile. */
final class TenantWork {

    private final TenantPlugins plugins;
    private final Operations operations;

    TenantWork(TenantPlugins plugins, Operations operations) {
        this.plugins = plugins;
        this.operations = operations;
    }

    /**
     * Answers.
     *
     * @param done the answer once the wish is fulfilled
     */
    Response answer(
            Tenant tenant, InstallationRequest wish, CallPreferences manner, Function<Installation, Response> done) {
        if (manner.isPreview()) {
            return Response.ok(plugins.preview(tenant, wish)).build();
        }
        ExpectedState expected = manner.expected();
        if (manner.isAsynchronous()) {
            return accepted(start(tenant, wish, expected));
        }
        return done.apply(plugins.apply(tenant, wish, expected, Progress.NONE));
    }

    /** What can be refused at once is. A node that dies leaves what was begun to whoever looks after broken-off work. */
    private Operation start(Tenant tenant, InstallationRequest wish, ExpectedState expected) {
        plugins.check(tenant, wish, expected);
        return operations.start("core.plugin." + wish.action().word(), tenant.slug(), progress -> {
            Installation done = plugins.apply(tenant, wish, expected, Progress.of(progress));
            return wish.action() == Action.UNINSTALL ? null : InstallationView.of(done, plugins.warnings(done));
        });
    }

    private static Response accepted(Operation operation) {
        return Response.accepted(operation.summary())
                .header(HttpHeaders.LOCATION, operation.location())
                .header("Preference-Applied", "respond-async")
                .build();
    }
}
