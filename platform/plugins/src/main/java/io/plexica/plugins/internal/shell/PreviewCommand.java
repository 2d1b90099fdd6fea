package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.preview.Preview;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Shows what would be done to a plugin in a tenant, and does nothing. */
@Service
@Command(
        scope = "plugin",
        name = "preview",
        description = "Shows what would be done to a plugin in a tenant; does nothing")
public final class PreviewCommand extends TenantPluginCommand {

    @Argument(index = 2, name = "version", description = "The version; the newest release if left out")
    @Completion(VersionCompleter.class)
    private @Nullable String version;

    @Option(
            name = "--action",
            description =
                    "install, enable, disable, upgrade or uninstall; if left out, upgrade where the tenant has the"
                            + " plugin and install where it has not")
    @Completion(
            value = StringsCompleter.class,
            values = {"install", "enable", "disable", "upgrade", "uninstall"})
    private @Nullable String action;

    @Option(name = "--delete-data", description = "For uninstall: its tables go too")
    private boolean deleteData;

    @Override
    protected void run() throws Exception {
        Tenant tenant = tenant();
        Preview preview = plugins.preview(tenant, wish(tenant));
        if (json) {
            printJson(preview);
        } else {
            new PreviewTables(out()).print(preview);
        }
    }

    private InstallationRequest wish(Tenant tenant) {
        String wanted = action == null ? likely(tenant) : action;
        return switch (wanted) {
            case "install" -> plugins.toInstall(tenant, id, version, null);
            case "enable" -> InstallationRequest.enable(id);
            case "disable" -> InstallationRequest.disable(id);
            case "upgrade" -> plugins.toUpgrade(tenant, id, version);
            case "uninstall" -> InstallationRequest.uninstall(id, deleteData);
            default ->
                throw new IllegalArgumentException(
                        "--action is one of install, enable, disable, upgrade, uninstall, not " + wanted);
        };
    }

    private String likely(Tenant tenant) {
        List<Installation> present = plugins.list(tenant).stream()
                .filter(installation -> installation.plugin().id().equals(id))
                .filter(installation -> installation.status().isPresent())
                .toList();
        return present.isEmpty() ? "install" : "upgrade";
    }
}
