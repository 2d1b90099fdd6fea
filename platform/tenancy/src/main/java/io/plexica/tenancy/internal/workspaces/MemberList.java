package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of members with their names. Who is called what belongs to another room, so the members of a workspace are read as a
 * whole; those of the default one, everybody, come page by page from that room, unless an order is asked for that it does
 * not know.
 */
record MemberList(Changes changes, Users users) {

    private static final Map<String, Comparator<MemberJson>> ORDERS = Map.of(
            "email", byName(MemberJson::email),
            "firstName", byName(MemberJson::firstName),
            "lastName", byName(MemberJson::lastName),
            "role", Comparator.comparing(MemberJson::role),
            "createdAt", Comparator.comparing(MemberJson::createdAt, Comparator.nullsLast(Comparator.naturalOrder())),
            "updatedAt", Comparator.comparing(MemberJson::updatedAt, Comparator.nullsLast(Comparator.naturalOrder())));

    /** What belongs to the membership, and so is not known where the users are. */
    private static final Set<String> OF_MEMBERSHIP = Set.of("role", "createdAt", "updatedAt");

    Page<MemberJson> page(String tenant, WorkspaceRow workspace, PageQuery paging) {
        List<String> terms = terms(paging);
        if (!workspace.isDefault()) {
            return page(some(tenant, workspace, paging), terms, paging);
        }
        Map<UUID, MemberRow> rows =
                rows(tenant, workspace).stream().collect(Collectors.toMap(MemberRow::userId, Function.identity()));
        Function<UserSummary, MemberJson> member = user -> MemberJson.ofDefault(user, rows.get(user.id()));
        if (terms.stream().map(MemberList::field).noneMatch(OF_MEMBERSHIP::contains)) {
            return users.list(tenant, paging).map(member);
        }
        return page(users.search(tenant, paging.text()).stream().map(member), terms, paging);
    }

    private Stream<MemberJson> some(String tenant, WorkspaceRow workspace, PageQuery paging) {
        List<MemberRow> rows = rows(tenant, workspace);
        Map<UUID, UserSummary> known = users
                .find(tenant, rows.stream().map(MemberRow::userId).toList())
                .stream()
                .collect(Collectors.toMap(UserSummary::id, Function.identity()));
        String text = paging.text().toLowerCase(Locale.ROOT);
        return rows.stream()
                .map(row -> MemberJson.of(row, known.get(row.userId())))
                .filter(member -> matches(member, text));
    }

    private static Page<MemberJson> page(Stream<MemberJson> members, List<String> terms, PageQuery paging) {
        List<MemberJson> found = members.sorted(order(terms)).toList();
        List<MemberJson> items =
                found.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new Page<>(items, paging.page(), paging.size(), found.size());
    }

    private List<MemberRow> rows(String tenant, WorkspaceRow workspace) {
        return changes.read(tenant, connection -> MemberStore.all(connection, workspace.id()));
    }

    /** The fields to sort by, each with its direction. */
    private static List<String> terms(PageQuery paging) {
        String asked = paging.orderBy(
                ORDERS.keySet().stream().collect(Collectors.toMap(Function.identity(), Function.identity())),
                "email ASC");
        return List.of(asked.split(", "));
    }

    private static String field(String term) {
        return term.substring(0, term.indexOf(' '));
    }

    private static Comparator<MemberJson> order(List<String> terms) {
        return terms.stream()
                .map(MemberList::term)
                .reduce(Comparator::thenComparing)
                .orElseThrow()
                .thenComparing(MemberJson::userId);
    }

    private static Comparator<MemberJson> term(String term) {
        Comparator<MemberJson> order = ORDERS.getOrDefault(field(term), Comparator.comparing(MemberJson::userId));
        return term.endsWith(" DESC") ? order.reversed() : order;
    }

    /** As people look for names: whatever their case, and those without one last. */
    private static Comparator<MemberJson> byName(Function<MemberJson, @Nullable String> name) {
        return Comparator.comparing(name, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER));
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
