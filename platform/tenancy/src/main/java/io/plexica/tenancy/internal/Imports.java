package io.plexica.tenancy.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.Tenants.ImportedTenant;
import io.plexica.tenancy.internal.DraftCheck.Checked;
import java.util.ArrayList;
import java.util.List;

/** How tenants are made that come from elsewhere. */
final class Imports {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Imports() {}

    /** A tenant that may be made, and the steps that make it. */
    record Course(Checked tenant, List<String> steps) {

        Course {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Checks a tenant, and finds the steps: those configured that it needs, and then the one that fills it.
     *
     * @throws PlexicaException {@code validation-failed}; {@code unavailable} when nobody does one of them
     */
    static Course course(ImportedTenant wanted, TenancySettings settings, Participants participants) {
        Checked checked = DraftCheck.check(
                wanted, read("/settings", wanted.settings()), read("/theme", wanted.theme()), settings.plans());
        participants.requireAll(settings.steps());
        List<String> steps = new ArrayList<>(settings.steps().stream()
                .filter(step -> participants.require(step).isNeededByImports())
                .toList());
        steps.add(wanted.filling());
        participants.requireAll(steps);
        return new Course(checked, steps);
    }

    private static JsonNode read(String pointer, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw PlexicaException.validation(new FieldError(pointer, "is not JSON"));
        }
    }
}
