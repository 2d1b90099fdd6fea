package io.plexica.plugins.internal.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.SettingEdits;
import io.plexica.plugins.internal.rest.SharedDataResource.ValueView;
import io.plexica.plugins.internal.shared.SharedEntry;
import io.plexica.plugins.internal.shared.SharedValue;
import io.plexica.plugins.internal.shared.SharedValues;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.identity.Principal;
import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists what a plugin shares with others in a tenant, shows a value, puts or removes one. */
@Service
@Command(
        scope = "plugin",
        name = "shared-data",
        description = "Lists the shared values of a plugin in a tenant, shows one, puts or removes one")
public final class SharedDataCommand extends TenantPluginCommand {

    @Reference
    private SharedValues values;

    @Argument(index = 2, name = "key", description = "The value's key; all are listed without one")
    private @Nullable String key;

    @Argument(
            index = 3,
            name = "value",
            description = "The value to put, as JSON where it can be read as such, else a text")
    private @Nullable String value;

    @Option(name = "--ttl", description = "Seconds for which a value that is put is there; for ever without it")
    private @Nullable Long ttl;

    @Option(name = "--remove", description = "Remove the value")
    private boolean remove;

    @Option(name = "--yes", description = "Do not ask before a value is removed")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        demandSense();
        try (Contexts.Scope scope = Contexts.open(Contexts.require().inTenant(tenant()))) {
            String wanted = key;
            if (wanted == null) {
                list();
            } else if (remove) {
                remove(wanted);
            } else {
                show(value == null ? values.find(id, wanted).orElseThrow(() -> none(wanted)) : put(wanted, value));
            }
        }
    }

    private SharedValue put(String wanted, String text) {
        Duration timeToLive = ttl == null ? null : Duration.ofSeconds(ttl);
        return values.put(id, wanted, SettingEdits.value(text), timeToLive, Principal.SYSTEM.email());
    }

    private void demandSense() {
        if (remove && (key == null || value != null)) {
            throw new IllegalArgumentException("--remove takes a key, and no value");
        }
        if (ttl != null && value == null) {
            throw new IllegalArgumentException("--ttl is for a value that is put");
        }
    }

    private void remove(String present) throws Exception {
        if (!yes) {
            confirm("The value '" + present + "' of " + id + " in " + slug + " is removed for good.", "yes");
        }
        if (!values.remove(id, present)) {
            throw none(present);
        }
        if (!json) {
            out().println("'" + present + "' is removed.");
        }
    }

    private void show(SharedValue found) throws JsonProcessingException {
        JsonNode text = found.value();
        print(
                ValueView.of(found),
                text + (found.expiresAt() == null ? "" : ", until " + found.expiresAt()) + ", put by "
                        + found.updatedBy() + " at " + found.updatedAt());
    }

    private void list() throws JsonProcessingException {
        List<SharedEntry> entries = values.list(id);
        if (json) {
            printJson(entries);
            return;
        }
        printTable(
                entries,
                id + " shares nothing in " + slug,
                List.of("Key", "Bytes", "Until", "Put at", "By"),
                entry -> cells(
                        entry.key(),
                        entry.bytes(),
                        entry.expiresAt() == null ? "" : entry.expiresAt(),
                        entry.updatedAt(),
                        entry.updatedBy()));
    }

    private static PlexicaException none(String missing) {
        return PlexicaException.notFound("There is no value under '" + missing + "'");
    }
}
