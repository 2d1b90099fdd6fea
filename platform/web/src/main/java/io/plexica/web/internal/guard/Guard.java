package io.plexica.web.internal.guard;

import java.util.List;

/**
 * What a resource method demands of its caller.
 *
 * @param kind which demand
 * @param values the permission keys or role names of that demand
 * @param all whether every value is needed rather than any
 * @param skipPluginCheck whether the plugin need not be enabled
 * @param tenantWide whether the values must be held in the whole tenant: what a team lends in one workspace is not enough
 */
public record Guard(Kind kind, List<String> values, boolean all, boolean skipPluginCheck, boolean tenantWide) {

    /** What is demanded where no method was found: enough that strangers learn nothing. */
    public static final Guard UNMATCHED = new Guard(Kind.AUTHENTICATED, List.of(), false, true);

    /** What anybody may read, though nobody of a tenant that is not active. */
    public static final Guard OPEN = new Guard(Kind.OPTIONAL, List.of(), false, true);

    /** What only operators of the platform may see. */
    public static final Guard OPERATOR = new Guard(Kind.SUPER_ADMIN, List.of(), false, true);

    /** What stands at a method that says nothing. */
    public static final Guard MISSING = new Guard(Kind.MISSING, List.of(), false, false);

    Guard(Kind kind, List<String> values, boolean all, boolean skipPluginCheck) {
        this(kind, values, all, skipPluginCheck, false);
    }

    public Guard {
        values = List.copyOf(values);
    }

    /** The demands. */
    public enum Kind {
        PUBLIC,
        OPTIONAL,
        AUTHENTICATED,
        PERMISSION,
        ROLE,
        SUPER_ADMIN,
        MISSING
    }

    /** Whether somebody must be signed in. */
    public boolean needsUser() {
        return kind != Kind.PUBLIC && kind != Kind.OPTIONAL;
    }

    Guard withSkippedPluginCheck() {
        return new Guard(kind, values, all, true, tenantWide);
    }

    Guard inWholeTenant() {
        return new Guard(kind, values, all, skipPluginCheck, true);
    }
}
