package io.plexica.spi.tenancy;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One part of making a tenant, and of removing one. Register it as a service; the tenancy room runs the steps that its
 * configured list names, in that list's order but beside each other where {@link #needs} allows it, on worker threads without
 * a unit of work, and undoes them in reverse.
 *
 * <p>Every method is idempotent and may block: a step is run again when the process died in its middle, undone when it
 * was never done, and may find its own leftovers. A step that throws stops the provisioning; everything before it, and
 * the step itself, is undone, and the message of what it threw is the reason people read.
 */
@ConsumerType
public interface ProvisioningStep {

    /** The name by which the configured list and the record of the saga know the step, such as {@code realm}. */
    String name();

    /**
     * The names of the steps on whose work this one builds. It runs once they are done, beside whatever else runs then, and
     * is undone before them. Empty, as it is by default, for all that come before it in the configured list; names that the
     * list lacks are not waited for.
     */
    default Optional<Set<String>> needs() {
        return Optional.empty();
    }

    /**
     * Whether a tenant that is brought along from elsewhere needs the step, too. A step says no that gives a tenant what it
     * begins with: such a tenant has that already.
     */
    default boolean isNeededByImports() {
        return true;
    }

    /** Does the step. */
    void apply(TenantSpec tenant);

    /** Removes all that the step made, or might have made, for the tenant. Also called for a hard delete. */
    void undo(TenantSpec tenant);
}
