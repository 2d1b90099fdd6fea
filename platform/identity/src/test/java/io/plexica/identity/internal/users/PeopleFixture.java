package io.plexica.identity.internal.users;

import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.IdentityWorker;
import io.plexica.identity.internal.Recorders;
import io.plexica.identity.internal.SessionEnd;
import io.plexica.identity.internal.TenantRoles;
import io.plexica.identity.internal.TestDatabase;
import io.plexica.identity.internal.TestIdentityServer;
import io.plexica.identity.internal.TestSettings;
import io.plexica.identity.internal.TestSignals;
import io.plexica.identity.internal.TestTenants;
import io.plexica.identity.internal.links.Links;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Obligations;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.UserListener;
import io.plexica.spi.mail.Messages;
import io.plexica.spi.tenancy.TenantStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Everything about people on a real database, beside an identity server in memory. */
public final class PeopleFixture implements AutoCloseable {

    private static final SchemaReady READY = new SchemaReady() {};

    public final TestDatabase database = TestDatabase.shared();
    public final TestIdentityServer server;
    public final TenantRoles roles = new TenantRoles(database);
    public final Recorders.Audit audit = new Recorders.Audit();
    public final TestSignals signals = new TestSignals(database);
    public final TestTenants tenants = new TestTenants();
    public final Mails mails = new Mails();
    public final List<String> ended = new CopyOnWriteArrayList<>();
    public final List<String> heard = new CopyOnWriteArrayList<>();
    public final PersonCreation creation;
    public final People people;
    public final AccountSync settlement;
    public final Invitations invitations;
    public final TenantUsers users;
    public final UserRows sights;
    private final IdentityWorker worker = new IdentityWorker();

    public PeopleFixture() throws Exception {
        server = new TestIdentityServer();
        UserAnnouncer news = new UserAnnouncer();
        news.add(new Ears());
        Ends ends = new Ends();
        Links links =
                new Links(database, mails, tenants, TestSettings.of(Map.of("publicUrl", "https://p.test")), READY);
        settlement = new AccountSync(server, roles, tenants, database, worker, READY);
        creation = new PersonCreation(server, roles, audit, links, news, database, READY);
        people = new People(roles, audit, ends, signals, links, settlement, news, database, READY);
        invitations = new Invitations(server, audit, ends, signals, links, settlement, database, READY);
        users = new TenantUsers(creation, roles, links, database, READY);
        sights = new UserRows(database, news, audit);
    }

    /** A tenant with its schema. */
    public Home tenant(String slug) {
        database.addTenant(slug);
        tenants.put(slug, TenantStatus.ACTIVE);
        return new Home(slug);
    }

    /** Somebody with a password. */
    public Person person(Home home, String email, String... names) {
        return creation.create(home, wanted(email, "correct horse", names), person -> {});
    }

    public static NewPerson wanted(String email, @Nullable String password, String... names) {
        return new NewPerson(new Profile(email, "Ada", "Byron"), password, Set.of(names), null);
    }

    /** Works on behalf of somebody from an address, with these permissions. */
    public static Contexts.Scope as(@Nullable Principal caller, String address, String... keys) {
        Set<String> held = Set.of(keys);
        ExecutionContext context = new ExecutionContext(
                Contexts.newTraceId(), null, null, null, caller, new Held(held), new Obligations(), null, address);
        return Contexts.open(context);
    }

    private record Held(Set<String> keys) implements Grants {
        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public boolean covers(String key) {
            return keys.contains(key);
        }
    }

    /** What is left to tell the identity server. */
    public long tasks(Home home) {
        return Long.parseLong(
                database.text("SELECT count(*) FROM core.account_tasks WHERE tenant = '" + home.key() + "'"));
    }

    @Override
    public void close() {
        worker.close();
        server.close();
    }

    /** Mails that would have left; the token of the last link. */
    public static final class Mails implements Messages {

        public final List<String> sent = new CopyOnWriteArrayList<>();
        private volatile String link = "";

        @Override
        public void send(
                @Nullable String tenantSlug,
                String to,
                @Nullable String language,
                String template,
                Map<String, String> values) {
            sent.add(template + " " + to + " " + values.get("tenant"));
            link = String.valueOf(values.get("link"));
        }

        public String link() {
            return link;
        }

        public String token() {
            return link.substring(link.lastIndexOf('/') + 1);
        }
    }

    private final class Ends implements SessionEnd {
        @Override
        public void endAll(@Nullable String slug, UUID user) {
            ended.add("all " + user);
        }

        @Override
        public void endForGood(@Nullable String slug, UUID user) {
            ended.add("ever " + user);
        }
    }

    private final class Ears implements UserListener {
        @Override
        public void created(String tenantSlug, UUID userId) {
            heard.add("created " + userId);
        }

        @Override
        public void removed(String tenantSlug, UUID userId) {
            heard.add("removed " + userId);
        }
    }
}
