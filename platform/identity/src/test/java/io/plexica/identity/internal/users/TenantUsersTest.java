package io.plexica.identity.internal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.IdentityWorker;
import io.plexica.identity.internal.TestSettings;
import io.plexica.spi.config.Secrets;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.spi.tenancy.Tenants.NewAdmin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users as other rooms see them, and as tokens tell them. */
class TenantUsersTest {

    private static final SchemaReady READY = new SchemaReady() {};

    private PeopleFixture all;
    private TenantUsers users;

    @BeforeEach
    void start() throws Exception {
        all = new PeopleFixture();
        users = all.users;
    }

    @AfterEach
    void stop() {
        all.close();
    }

    @Test
    void aUserIsCreatedInTheServerAndTheTenantOnce() {
        Home home = all.tenant("crew");

        // Events come in the order of these rows: nobody is told of roles of somebody who is not there yet.
        all.roles.whenAssigned(() -> assertThat(all.audit.rows).hasSize(1));

        UUID id = users.create("crew", " Ada@Crew.test ", "Ada", null, "long secret", Set.of("admin", "member"));
        UUID again = users.create("crew", "ada@crew.test", "Ada", null, "long secret", Set.of("admin", "member"));

        assertThat(again).isEqualTo(id);
        assertThat(all.server.calls).containsExactly("create tenant-crew ada@crew.test admin");
        assertThat(users.find("crew", id))
                .contains(new UserSummary(id, "ada@crew.test", "Ada", null, UserStatus.ACTIVE));
        assertThat(users.byEmail("crew", "ADA@crew.test")).isPresent();
        assertThat(users.find("crew", List.of(id, UUID.randomUUID()))).hasSize(1);
        assertThat(users.list("crew", new PageQuery(null, null, null, "ada")).total())
                .isEqualTo(1);
        assertThat(all.roles.of(id)).containsExactly("admin", "member");
        assertThat(all.audit.rows).hasSize(1).first().asString().startsWith("crew core.user.created");
        assertThat(all.heard).containsExactly("created " + id);
        assertThat(all.tasks(home)).isZero();
    }

    @Test
    void whoIsHeldIsNotRemovedMeanwhile() {
        Home home = all.tenant("keepers");
        Person ada = all.person(home, "ada@keepers.test");

        all.database.together(() -> {
            assertThat(users.hold("keepers", ada.id())).contains(ada.summary());
            assertThat(users.hold("keepers", UUID.randomUUID())).isEmpty();
            assertThatThrownBy(() -> all.database.apart(() -> lockAtOnce(ada)))
                    .hasMessageContaining("Others were changing");
            return ada;
        });

        assertThat(lockAtOnce(ada)).isEqualTo(ada);
    }

    /** Locks somebody as those do who remove people, but waits for nobody. */
    private Person lockAtOnce(Person person) {
        return all.database.tenant("keepers", connection -> {
            Sql.list(connection, "SELECT 1 FROM users WHERE id = ? FOR UPDATE NOWAIT", row -> true, person.id());
            return person;
        });
    }

    @Test
    void aUserWhoseRolesAreRefusedLeavesNothing() {
        Home home = all.tenant("crew");

        assertThatThrownBy(() -> users.create("crew", "eve@crew.test", null, null, "long secret", Set.of("nobodys")))
                .hasMessageContaining("nobodys");

        assertThat(users.byEmail("crew", "eve@crew.test")).isEmpty();
        assertThat(all.server.calls).isEmpty();
        assertThat(all.tasks(home)).isZero();
        assertThat(all.audit.rows).isEmpty();
    }

    @Test
    void theFirstAdminIsMadeAgainWithoutHarmAndNeverGuessed() {
        all.tenant("fresh");
        AdminStep step = new AdminStep(users, all.database, READY);
        UUID id = UUID.randomUUID();
        TenantSpec unknown = new TenantSpec(id, "fresh", "Fresh", "free", null);
        TenantSpec known = new TenantSpec(id, "fresh", "Fresh", "free", new NewAdmin("a@fresh.test", null, null, null));

        assertThatThrownBy(() -> step.apply(unknown)).hasMessageContaining("create the tenant again");
        step.apply(known);
        step.apply(known);
        step.apply(unknown);
        step.undo(known);

        UserSummary admin = users.byEmail("fresh", "a@fresh.test").orElseThrow();
        assertThat(admin.status()).isEqualTo(UserStatus.INACTIVE);
        assertThat(all.roles.of(admin.id())).containsExactly("admin");
        assertThat(all.mails.sent)
                .as("one invitation, however often the step runs")
                .containsExactly("invitation a@fresh.test fresh");
    }

    @Test
    void whatIsWrongWithTheFirstAdminIsToldOfThatMember() {
        AdminStep step = new AdminStep(all.users, all.database, READY);
        NewAdmin admin = new NewAdmin("no address", null, null, null);

        assertThatThrownBy(() -> step.apply(new TenantSpec(UUID.randomUUID(), "wrong", "Wrong", "free", admin)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors()).extracting("pointer").containsExactly("/admin/email"))
                .hasMessageContaining("/admin/email");
    }

    @Test
    void whoIsSeenForTheFirstTimeHasNoRoleAndIsAnnounced() {
        Home home = all.tenant("seen");
        UUID id = UUID.randomUUID();

        UserStatus status = all.sights.see(home, called(id, "ada@seen.test", null), Instant.now());

        assertThat(status).isEqualTo(UserStatus.ACTIVE);
        assertThat(all.roles.of(id)).isEmpty();
        assertThat(all.heard).containsExactly("created " + id);
        assertThat(all.audit.rows).first().asString().startsWith("seen core.user.first-seen");
    }

    @Test
    void namesFollowYoungerTokensAlone() {
        Home home = all.tenant("names");
        UUID id = UUID.randomUUID();
        all.sights.see(home, new Principal(id, "ada@names.test", "Ada", "Byron", false), Instant.now());

        all.sights.see(home, called(id, "ada@new.test", "Lovelace"), Instant.now());
        assertThat(users.find("names", id).map(UserSummary::email)).contains("ada@new.test");
        assertThat(users.find("names", id).map(UserSummary::firstName))
                .as("a name that the token leaves out")
                .contains("Ada");

        all.database.together(() ->
                new PersonStore(all.database).setProfile(home, id, new Profile("edited@names.test", "Augusta", null)));
        all.sights.see(
                home, called(id, "ada@new.test", "Lovelace"), Instant.now().minusSeconds(60));
        assertThat(users.find("names", id).map(UserSummary::email)).contains("edited@names.test");
    }

    @Test
    void whoWasJustRemovedDoesNotComeBackByAnOldToken() {
        Home home = all.tenant("gone");
        all.person(home, "boss@gone.test", "admin");
        Person ada = all.person(home, "ada@gone.test", "member");
        all.server.down = true;
        all.people.remove(home, ada.id(), io.plexica.spi.web.IfMatch.ANY);

        assertThatThrownBy(() -> all.sights.see(home, ada.principal(false), Instant.now()))
                .hasMessageContaining("not valid");
        assertThat(users.find("gone", ada.id())).isEmpty();
    }

    @Test
    void theConfiguredSuperAdminIsCreatedAsSoonAsTheServerAnswers() {
        all.server.down = true;
        IdentityWorker worker = new IdentityWorker();

        new SuperAdminBootstrap(
                TestSettings.of(Map.of("superAdminEmail", "first@plexica.test")), new OneSecret(), users, worker);
        all.server.down = false;

        Awaitility.await()
                .until(() -> all.database
                        .text("SELECT count(*) FROM core.super_admins WHERE email = 'first@plexica.test'")
                        .equals("1"));
        worker.close();
    }

    private static Principal called(UUID id, String email, @org.jspecify.annotations.Nullable String lastName) {
        return new Principal(id, email, null, lastName, false);
    }

    private static final class OneSecret implements Secrets {
        @Override
        public Optional<String> find(String name) {
            return Optional.of("long secret");
        }

        @Override
        public String require(String name) {
            return "long secret";
        }
    }
}
