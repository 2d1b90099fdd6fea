package io.plexica.identity.internal.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.keys.ApiKeyBodies.Revealed;
import io.plexica.identity.internal.keys.ApiKeyService;
import io.plexica.identity.internal.keys.ApiKeyService.Made;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenants;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;

/** What commands on API keys share: whose keys, and how a new secret is shown. */
abstract class ApiKeyCommand extends PlexicaCommand {

    @Reference
    protected ApiKeyService keys;

    @Reference
    protected Tenants tenants;

    @Option(name = "--tenant", description = "The tenant whose keys are meant; the platform's own if left out")
    @Completion(ApiKeyTenants.class)
    private @Nullable String tenant;

    final @Nullable String tenant() {
        if (tenant != null && tenants.find(tenant).isEmpty()) {
            throw PlexicaException.notFound("There is no tenant " + tenant + "; see tenant:list");
        }
        return tenant;
    }

    final UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no id of an API key; see api-key:list", e);
        }
    }

    final void show(Made made) throws JsonProcessingException {
        Revealed revealed = Revealed.of(made.key(), made.text());
        print(revealed, "API key " + revealed.name() + ", shown this once: " + revealed.key());
    }
}
