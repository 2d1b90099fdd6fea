package io.plexica.authorization.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.check.Ids;
import io.plexica.authorization.internal.policies.PolicyService;
import java.util.UUID;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command about policies. */
abstract class PolicyCommand extends TenantCommand {

    @Reference
    protected PolicyService policies;

    /** The id that a text is. */
    protected static UUID id(String text) {
        return Ids.read(text)
                .orElseThrow(() -> PlexicaException.notFound("No policy has the id " + text + "; see policy:list"));
    }
}
