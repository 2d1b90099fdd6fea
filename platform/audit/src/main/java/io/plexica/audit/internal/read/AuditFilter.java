package io.plexica.audit.internal.read;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Sql;
import io.plexica.spi.web.Checks;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted. Its conditions are such that PostgreSQL can answer them from indexes under row-level security:
 * comparisons that give nothing away about rows that the reader may not see.
 */
public final class AuditFilter {

    private static final Map<String, String> SORTABLE = Map.of("at", "at", "action", "action");
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9._-]{1,200}\\*?|\\*");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LONGEST = 300;

    private final Conditions conditions = new Conditions();
    private final PageQuery paging;
    private final String order;

    private AuditFilter(Asked asked, PageQuery paging) {
        this.paging = paging;
        Checks checks = new Checks();
        user(checks, asked.user());
        action(checks, asked.action());
        resource(checks, asked.resource());
        conditions.when("at >= ?", moment(checks, "/from", asked.from()));
        conditions.when("at < ?", moment(checks, "/to", asked.to()));
        this.order = order(checks, paging);
        checks.done();
        text(paging.text());
    }

    /**
     * What a caller asks for, as it was sent; null for what was not.
     *
     * @param user an id or an address
     * @param action an action, or the beginning of some and a star
     * @param resource a type, an id, or both with a slash between them
     * @param from the first moment
     * @param to the first moment that is too late
     */
    public record Asked(
            @Nullable String user,
            @Nullable String action,
            @Nullable String resource,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * Reads what a caller asks for.
     *
     * @throws PlexicaException {@code validation-failed} with all that is wrong
     */
    public static AuditFilter of(Asked asked, PageQuery paging) {
        return new AuditFilter(asked, paging);
    }

    Conditions conditions() {
        return conditions;
    }

    PageQuery paging() {
        return paging;
    }

    /** The order, as SQL. */
    String order() {
        return order;
    }

    private void user(Checks checks, @Nullable String user) {
        if (user == null || !bounded(checks, "/user", user)) {
            return;
        }
        if (ID.matcher(user).matches()) {
            conditions.when("actor_id = ?", UUID.fromString(user));
        } else {
            conditions.when("actor_email = ?", user.strip().toLowerCase(Locale.ROOT));
        }
    }

    private void action(Checks checks, @Nullable String action) {
        if (action == null) {
            return;
        }
        if (!ACTION.matcher(action).matches()) {
            checks.wrong(
                    "/action",
                    "must be an action such as core.user.created, or a beginning and * for all that"
                            + " begin so, such as core.user.*");
        } else if (!action.endsWith("*")) {
            conditions.when("action = ?", action);
        } else if (action.length() > 1) {
            String beginning = action.substring(0, action.length() - 1);
            char next = (char) (beginning.charAt(beginning.length() - 1) + 1);
            conditions.when("action >= ?", beginning);
            conditions.when("action < ?", beginning.substring(0, beginning.length() - 1) + next);
        }
    }

    private void resource(Checks checks, @Nullable String resource) {
        if (resource == null || !bounded(checks, "/resource", resource)) {
            return;
        }
        int slash = resource.indexOf('/');
        if (slash < 0) {
            conditions.either("resource_type = ?", "resource_id = ?", resource);
        } else {
            conditions.when("resource_type = ?", resource.substring(0, slash));
            conditions.when("resource_id = ?", resource.substring(slash + 1));
        }
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            String like = Sql.anywhere(text);
            conditions.when("concat_ws(' ', action, actor_email, resource_type, resource_id, reason) ILIKE ?", like);
        }
    }

    private static boolean bounded(Checks checks, String pointer, String value) {
        boolean sound = !value.isBlank() && value.length() <= LONGEST && value.indexOf('\0') < 0;
        checks.unless(sound, pointer, "must have 1 to " + LONGEST + " characters");
        return sound;
    }

    private static @Nullable OffsetDateTime moment(Checks checks, String pointer, @Nullable String text) {
        return Instants.read(checks, pointer, text);
    }

    private static String order(Checks checks, PageQuery paging) {
        try {
            return paging.orderBy(SORTABLE, "at DESC");
        } catch (PlexicaException e) {
            e.errors().forEach(error -> checks.wrong(error.pointer(), error.message()));
            return "at DESC";
        }
    }
}
