package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of members with their names. Who is called what belongs to another room, so the members of a workspace are read as a
 * whole; those of the default one, everybody, come page by page from that room.
 */
record MemberList(Changes changes, Users users) {

    private static final Map<String, Comparator<MemberJson>> ORDERS = Map.of(
            "email", Comparator.comparing(MemberJson::email, Comparator.nullsLast(Comparator.naturalOrder())),
            "role", Comparator.comparing(MemberJson::role),
            "createdAt", Comparator.comparing(MemberJson::createdAt, Comparator.nullsLast(Comparator.naturalOrder())));

    Page<MemberJson> page(String tenant, WorkspaceRow workspace, PageQuery paging) {
        return workspace.isDefault() ? everybody(tenant, workspace, paging) : some(tenant, workspace, paging);
    }

    private Page<MemberJson> everybody(String tenant, WorkspaceRow workspace, PageQuery paging) {
        Page<UserSummary> page = users.list(tenant, paging);
        Map<UUID, MemberRow> rows =
                rows(tenant, workspace).stream().collect(Collectors.toMap(MemberRow::userId, Function.identity()));
        return page.map(user -> MemberJson.ofDefault(user, rows.get(user.id())));
    }

    private Page<MemberJson> some(String tenant, WorkspaceRow workspace, PageQuery paging) {
        Comparator<MemberJson> order = order(paging);
        List<MemberRow> rows = rows(tenant, workspace);
        Map<UUID, UserSummary> known = users
                .find(tenant, rows.stream().map(MemberRow::userId).toList())
                .stream()
                .collect(Collectors.toMap(UserSummary::id, Function.identity()));
        String text = paging.text().toLowerCase(Locale.ROOT);
        List<MemberJson> found = rows.stream()
                .map(row -> MemberJson.of(row, known.get(row.userId())))
                .filter(member -> matches(member, text))
                .sorted(order)
                .toList();
        List<MemberJson> items =
                found.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new Page<>(items, paging.page(), paging.size(), found.size());
    }

    private List<MemberRow> rows(String tenant, WorkspaceRow workspace) {
        return changes.read(tenant, connection -> MemberStore.all(connection, workspace.id()));
    }

    private static Comparator<MemberJson> order(PageQuery paging) {
        String asked = paging.orderBy(
                ORDERS.keySet().stream().collect(Collectors.toMap(Function.identity(), Function.identity())),
                "email ASC");
        return Stream.of(asked.split(", "))
                .map(MemberList::term)
                .reduce(Comparator::thenComparing)
                .orElseThrow()
                .thenComparing(MemberJson::userId);
    }

    private static Comparator<MemberJson> term(String term) {
        String[] words = term.split(" ", -1);
        Comparator<MemberJson> order = ORDERS.getOrDefault(words[0], Comparator.comparing(MemberJson::userId));
        return words[1].equals("DESC") ? order.reversed() : order;
    }

    private static boolean matches(MemberJson member, String text) {
        return text.isEmpty()
                || Stream.of(member.email(), member.firstName(), member.lastName())
                        .anyMatch(value -> contains(value, text));
    }

    private static boolean contains(@Nullable String value, String text) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(text);
    }
}
