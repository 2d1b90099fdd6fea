package io.plexica.settings.internal.shell;

import io.plexica.settings.internal.Flag;
import io.plexica.settings.internal.FlagJson;
import io.plexica.settings.internal.FlagService;
import io.plexica.shell.PlexicaCommand;
import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Lists feature flags. */
@Service
@Command(scope = "flag", name = "list", description = "Lists the feature flags")
public final class ListCommand extends PlexicaCommand {

    @Reference
    private FlagService flags;

    @Override
    protected void run() throws Exception {
        List<Flag> all = flags.all();
        if (json) {
            printJson(all.stream().map(FlagJson::of).toList());
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("There is no feature flag");
        table.column("Key");
        table.column("For all");
        table.column("Plans");
        table.column("Tenants");
        table.column("Description");
        for (Flag flag : all) {
            table.addRow()
                    .addContent(
                            flag.key(),
                            flag.enabled() ? "on" : "off",
                            String.join(", ", flag.plans()),
                            flag.tenants(),
                            Objects.toString(flag.description(), ""));
        }
        table.print(out());
    }
}
