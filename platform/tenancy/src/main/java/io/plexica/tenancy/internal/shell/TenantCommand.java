package io.plexica.tenancy.internal.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.shell.PlexicaCommand;
import io.plexica.tenancy.internal.TenantJson;
import io.plexica.tenancy.internal.TenantRow;
import io.plexica.tenancy.internal.TenantService;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** What the commands about tenants share. */
abstract class TenantCommand extends PlexicaCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Reference
    protected TenantService tenants;

    /** Says what became of a tenant. */
    final void print(TenantRow row) throws JsonProcessingException {
        print(TenantJson.of(row), "Tenant " + row.slug() + " (" + row.name() + ") is " + row.status() + ".");
    }

    /** Reads JSON that was given as text. */
    static JsonNode read(String pointer, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw PlexicaException.validation(
                    new FieldError(pointer, "is not JSON: " + e.getOriginalMessage() + "; put it in single quotes"));
        }
    }
}
