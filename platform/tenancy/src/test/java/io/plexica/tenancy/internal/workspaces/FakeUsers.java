package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The people of some tenants, in memory. */
final class FakeUsers {

    private final Map<String, Map<UUID, UserSummary>> tenants = new ConcurrentHashMap<>();
    private final Set<UUID> leaving = ConcurrentHashMap.newKeySet();
    private volatile Runnable lock = () -> {};

    /** As the other rooms see them. */
    Users users() {
        return (Users) Proxy.newProxyInstance(
                FakeUsers.class.getClassLoader(), new Class<?>[] {Users.class}, (proxy, method, arguments) -> {
                    String slug = (String) arguments[0];
                    return switch (method.getName()) {
                        case "hold" -> hold(slug, (UUID) arguments[1]);
                        case "find" ->
                            arguments[1] instanceof UUID id
                                    ? Optional.ofNullable(of(slug).get(id))
                                    : ((Collection<?>) arguments[1])
                                            .stream()
                                                    .filter(of(slug)::containsKey)
                                                    .map(of(slug)::get)
                                                    .toList();
                        case "byEmail" ->
                            of(slug).values().stream()
                                    .filter(user -> user.email().equals(arguments[1]))
                                    .findFirst();
                        case "list" -> page(slug, (PageQuery) arguments[1]);
                        case "search" ->
                            of(slug).values().stream()
                                    .filter(user -> user.email().contains((String) arguments[1]))
                                    .toList();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    UUID add(String tenant, String email) {
        UUID id = UUID.randomUUID();
        of(tenant).put(id, new UserSummary(id, email, null, null, UserStatus.ACTIVE));
        return id;
    }

    /** Has somebody go once they have been found: whoever would hold them comes too late. */
    void leave(UUID id) {
        leaving.add(id);
    }

    /** What holding somebody locks. */
    void lock(Runnable action) {
        lock = action;
    }

    private Optional<UserSummary> hold(String tenant, UUID id) {
        lock.run();
        return Optional.ofNullable(of(tenant).get(id)).filter(user -> !leaving.contains(user.id()));
    }

    private Map<UUID, UserSummary> of(String tenant) {
        return tenants.computeIfAbsent(tenant, slug -> new HashMap<>());
    }

    private Page<UserSummary> page(String tenant, PageQuery paging) {
        List<UserSummary> all = of(tenant).values().stream()
                .filter(user -> user.email().contains(paging.text()))
                .sorted(Comparator.comparing(UserSummary::email))
                .toList();
        List<UserSummary> items =
                all.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new Page<>(items, paging.page(), paging.size(), all.size());
    }
}
