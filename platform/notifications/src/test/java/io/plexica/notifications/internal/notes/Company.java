package io.plexica.notifications.internal.notes;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.notifications.internal.NotificationsSettings;
import io.plexica.notifications.internal.Rooms;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.Workspaces;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two tenants with the plugin CRM on a real database; in acme there are Ada, its admin, Bob, and Sue, who is suspended. */
public final class Company implements AutoCloseable {

    public static final PluginRef CRM = new PluginRef("crm", "1.0.0");
    public static final UUID ADA = UUID.randomUUID();
    public static final UUID BOB = UUID.randomUUID();
    public static final UUID SUE = UUID.randomUUID();
    public static final UUID EVERYWHERE = UUID.randomUUID();
    public static final UUID SALES = UUID.randomUUID();
    public static final SchemaReady READY = new SchemaReady() {};
    public static final NotificationsSettings SETTINGS =
            new NotificationsSettings("https://plexica.example/", 180, 30, 2, 3);

    public final RoomDatabase server = Rooms.database();
    public final FaultyDatabase database = server.database();
    public final List<String> mails = new CopyOnWriteArrayList<>();
    public final Map<UUID, String> preferences = new HashMap<>();
    public final CoreAuditLog audit = new CoreAuditLog(database, READY);
    public final People people = new People(users(), authorization(), workspaces());
    final MailCopies copies =
            new MailCopies((tenant, to, language, template, values) -> mails.add(to + " " + values), SETTINGS);
    public final NoteWriter writer = new NoteWriter(database, copies, READY);
    public final PluginNotifications notifications = new PluginNotifications(database, people, writer, copies, CRM);
    private final List<UserSummary> everybody = new ArrayList<>(List.of(
            new UserSummary(ADA, "ada@acme.example", "Ada", null, UserStatus.ACTIVE),
            new UserSummary(BOB, "bob@acme.example", null, null, UserStatus.ACTIVE),
            new UserSummary(SUE, "sue@acme.example", null, null, UserStatus.SUSPENDED)));

    /** Founds it. */
    public Company() {
        for (String slug : List.of("acme", "globex")) {
            server.schemas().create(slug);
            server.admin("INSERT INTO core.tenants VALUES ('" + slug + "')");
            server.createPlugin(slug, "crm");
        }
    }

    /** Works in a tenant. */
    public void in(String slug, Runnable work) {
        try (Contexts.Scope scope =
                Contexts.open(ExecutionContext.platform("trace").inTenant(tenant(slug)))) {
            work.run();
        }
    }

    /** The tenant. */
    public static Tenant tenant(String slug) {
        return new Tenant(new UUID(0, slug.hashCode()), slug, slug, TenantStatus.ACTIVE, "free", Instant.EPOCH);
    }

    /** The tenants, of which acme is Italian. */
    public static Tenants tenants() {
        return fake(Tenants.class, (method, arguments) -> switch (method) {
            case "find" ->
                Set.of("acme", "globex").contains(arguments[0])
                        ? Optional.of(tenant((String) arguments[0]))
                        : Optional.empty();
            case "settings" -> arguments[0].equals("acme") ? "{\"general\":{\"language\":\"it\"}}" : "{}";
            case "pinned" -> Optional.empty();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    @Override
    public void close() {
        server.close();
    }

    private Users users() {
        return fake(Users.class, (method, arguments) -> switch (method) {
            case "find" ->
                arguments[0].equals("acme")
                        ? everybody.stream()
                                .filter(one -> ((Collection<?>) arguments[1]).contains(one.id()))
                                .toList()
                        : List.of();
            case "search" -> arguments[0].equals("acme") ? List.copyOf(everybody) : List.of();
            case "preferences" -> Map.copyOf(preferences);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static Authorization authorization() {
        return fake(Authorization.class, (method, arguments) -> switch (method) {
            case "holders" -> arguments[1].equals("admin") ? Set.of(ADA) : Set.of();
            case "peopleWith" -> arguments[1].equals("core:plugins:install") ? Set.of(ADA) : Set.of(BOB, SUE);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static Workspaces workspaces() {
        return fake(Workspaces.class, (method, arguments) -> switch (method) {
            case "all" ->
                List.of(
                        new WorkspaceInfo(EVERYWHERE, "default", "Default"),
                        new WorkspaceInfo(SALES, "sales", "Sales"));
            case "members" -> Set.of(BOB);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
