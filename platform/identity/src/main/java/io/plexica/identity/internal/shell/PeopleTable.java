package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.rest.UserView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People on the console. */
final class PeopleTable {

    static final List<String> COLUMNS = List.of("Address", "Name", "Status", "Roles", "Last seen", "Id");

    private PeopleTable() {}

    static @Nullable Object[] row(UserView user) {
        return new @Nullable Object[] {
            user.email(),
            name(user),
            user.status(),
            String.join(" ", user.roles() == null ? List.of() : user.roles()),
            user.lastSeenAt() == null ? "never" : user.lastSeenAt(),
            user.id()
        };
    }

    private static String name(UserView user) {
        String first = user.firstName() == null ? "" : user.firstName();
        String last = user.lastName() == null ? "" : user.lastName();
        return (first + " " + last).strip();
    }
}
