package io.plexica.settings.internal.shell;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.settings.internal.Flag;
import io.plexica.settings.internal.FlagBody;
import io.plexica.settings.internal.FlagJson;
import io.plexica.settings.internal.FlagService;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Makes a feature flag, or switches one. */
@Service
@Command(
        scope = "flag",
        name = "set",
        description = "Switches a feature flag for all, or for one tenant; makes the flag where there is none")
public final class SetCommand extends PlexicaCommand {

    private static final List<String> SWITCHES = List.of("on", "off", "unset");

    @Reference
    private FlagService flags;

    @Argument(index = 0, name = "key", description = "The flag", required = true)
    @Completion(KeyCompleter.class)
    private String key;

    @Argument(index = 1, name = "switch", description = "on, off, or unset for a tenant alone", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"on", "off", "unset"})
    private String position;

    @Option(name = "--tenant", description = "For this tenant alone")
    private @Nullable String tenant;

    @Option(name = "--plans", description = "Also on for tenants with these plans, separated by commas")
    private @Nullable String plans;

    @Option(name = "--description", description = "What it is for")
    private @Nullable String description;

    @Override
    protected void run() throws Exception {
        if (!SWITCHES.contains(position) || tenant == null && position.equals("unset")) {
            throw PlexicaException.validation(
                    new FieldError("/switch", "must be on or off; for one tenant alone also unset"));
        }
        boolean isThere = flags.all().stream().anyMatch(flag -> flag.key().equals(key));
        if (!isThere) {
            flags.create(new FlagBody(key, description, false, Map.of(), List.of()));
        }
        Flag flag = flags.edit(key, patch(), IfMatch.ANY);
        print(FlagJson.of(flag), describe(flag));
    }

    private ObjectNode patch() {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        boolean on = position.equals("on");
        if (tenant == null) {
            patch.put("enabled", on);
        } else if (position.equals("unset")) {
            patch.putObject("tenants").putNull(tenant);
        } else {
            patch.putObject("tenants").put(tenant, on);
        }
        if (plans != null) {
            ArrayNode list = patch.putArray("plans");
            for (String plan : plans.split(",")) {
                if (!plan.isBlank()) {
                    list.add(plan.strip());
                }
            }
        }
        if (description != null) {
            patch.put("description", description);
        }
        return patch;
    }

    private static String describe(Flag flag) {
        return "Flag " + flag.key() + " is " + (flag.enabled() ? "on" : "off") + " for all"
                + (flag.plans().isEmpty() ? "" : ", on for plans " + String.join(", ", flag.plans()))
                + (flag.tenants().isEmpty() ? "" : "; tenants " + flag.tenants()) + ".";
    }
}
