package io.plexica.data.internal.work;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.shop.Item;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitOfWorkTest extends WorkCase {

    private static final String TWICE = "insert into items (id, name, version) select gen_random_uuid(), 'twice', 0"
            + " from generate_series(1, 2)";

    private static final AtomicInteger IDS = new AtomicInteger();

    @Test
    void callsOfTheirOwnCommitAtOnce() {
        database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
        assertThat(alphas()).isEqualTo("1");
    }

    @Test
    void everythingCommitsTogetherUnderItsOwnRole() throws Exception {
        String roles = in(
                stage.acme,
                () -> database.unitOfWork(() -> {
                    String seen = database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')") + role(c));
                    seen += database.tenant(
                            stage.acme, c -> Sql.run(c, "insert into counters (name) values ('n')") + role(c));
                    seen += database.plugin(Stage.SHOP, WorkCase::role);
                    seen += database.core(WorkCase::role);
                    assertThat(outside("select count(*) from core.alpha")).isEqualTo("0");
                    return seen;
                }));
        assertThat(roles)
                .isEqualTo("1 plexica_core core1 tenant_A tenant_A tenant_A__shop tenant_A__shop plexica_core core"
                        .replace("A", stage.acme));
        assertThat(alphas()).isEqualTo("1");
    }

    @Test
    void everythingIsRolledBackWhenTheWorkThrows() {
        IllegalStateException business = new IllegalStateException("no");
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> database.unitOfWork(() -> {
                            database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
                            database.tenant(stage.acme, c -> Sql.run(c, "insert into counters (name) values ('n')"));
                            stage.shop.entityManager().persist(new Item("lost" + IDS.incrementAndGet()));
                            throw business;
                        })))
                .isSameAs(business);
        assertThat(alphas()).isEqualTo("0");
        assertThat(outside("select count(*) from tenant_" + stage.acme + ".counters"))
                .isEqualTo("0");
        assertThat(outside("select count(*) from " + stage.shopSchema(stage.acme) + ".items where name like 'lost%'"))
                .isEqualTo("0");
    }

    @Test
    void checkedExceptionsRollBackToo() {
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
                    throw new java.io.IOException("disk");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(alphas()).isEqualTo("0");
    }

    @Test
    void aFailedStatementOfThePlatformDoomsTheWholeEvenWhenCaught() {
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
                    try {
                        database.tenant(stage.acme, c -> Sql.run(c, "select * from nowhere"));
                    } catch (PlexicaException e) {
                        assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
                    }
                    return 0;
                }))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("nothing of it was kept");
        assertThat(alphas()).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(TenantStatus.class)
    void aTableThatIsNotThereIsNoFaultWhileItsTenantMayBeMadeOrRemoved(TenantStatus status) {
        Tenant acme = new Tenant(UUID.randomUUID(), stage.acme, "Acme", status, "free", Instant.EPOCH);
        ErrorCode expected = status == TenantStatus.ACTIVE ? ErrorCode.INTERNAL_ERROR : ErrorCode.UNAVAILABLE;
        try (Contexts.Scope scope =
                Contexts.open(ExecutionContext.platform("trace").inTenant(acme))) {
            assertThatThrownBy(() -> database.tenant(stage.acme, c -> Sql.run(c, "select * from nowhere")))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(expected));
        }
    }

    @Test
    void aSwallowedFailureOfAPluginCommitsNothingSilently() {
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.shop.write(entities -> {
                            entities.persist(new Item("silent"));
                            entities.flush();
                            assertThatThrownBy(() -> Sql.ask(stage.shop.connection(), "select * from nowhere"))
                                    .isInstanceOf(SQLException.class);
                            return 0;
                        })))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("nothing of it was kept");
    }

    @Test
    void aSavepointLetsWorkGoOnAfterAFailure() {
        String outcome = database.core(c -> {
            Savepoint savepoint = c.setSavepoint();
            assertThatThrownBy(() -> Sql.run(c, "select * from nowhere")).isInstanceOf(SQLException.class);
            c.rollback(savepoint);
            Sql.run(c, "insert into alpha values (1, 'a')");
            return role(c);
        });
        assertThat(outcome).isEqualTo(" plexica_core core");
        assertThat(alphas()).isEqualTo("1");
    }

    @Test
    void uniqueViolationsStayRecognisable() {
        database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
        assertThatThrownBy(() -> database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')")))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.isUniqueViolation()).isTrue();
                    assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
                    assertThat(e.detail()).doesNotContain("alpha");
                });
    }

    @Test
    void whatAPluginLetsThroughOfTheDriversIsToldAsThePlatformsOwn() {
        assertThatThrownBy(() ->
                        in(stage.acme, () -> database.unitOfWork(() -> Sql.run(stage.shop.connection(), TWICE))))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(e.detail()).startsWith("duplicate: ");
                });
    }

    @Test
    void workOfItsOwnCommitsWhateverBecomesOfTheOuter() {
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.core(c -> Sql.run(c, "insert into alpha values (1, 'outer')"));
                    database.newUnitOfWork(
                            () -> database.core(c -> Sql.run(c, "insert into alpha values (2, 'inner')")));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(outside("select string_agg(name, ',') from core.alpha")).isEqualTo("inner");
    }

    @Test
    void workOfItsOwnFailsWithoutHarmToTheOuter() throws Exception {
        database.unitOfWork(() -> {
            database.core(c -> Sql.run(c, "insert into alpha values (1, 'outer')"));
            assertThatThrownBy(() -> database.newUnitOfWork(() -> database.core(c -> Sql.run(c, "select nonsense"))))
                    .isInstanceOf(PlexicaException.class);
            return 0;
        });
        assertThat(alphas()).isEqualTo("1");
    }

    @Test
    void aNestedCallOfThePlatformReturnsToThePluginsRole() throws Exception {
        in(
                stage.acme,
                () -> database.unitOfWork(() -> {
                    Connection mine = stage.shop.connection();
                    String shop = " " + stage.shopSchema(stage.acme) + " " + stage.shopSchema(stage.acme);
                    try (PreparedStatement prepared =
                            mine.prepareStatement("select current_user || ' ' || current_schema")) {
                        assertThat(role(mine)).isEqualTo(shop);
                        database.tenant(stage.acme, c -> Sql.run(c, "insert into counters (name) values ('nested')"));
                        // Prepared before the platform switched, run after.
                        try (var rows = prepared.executeQuery()) {
                            rows.next();
                            assertThat(" " + rows.getString(1)).isEqualTo(shop);
                        }
                    }
                    database.core(c -> {
                        assertThat(role(c)).isEqualTo(" plexica_core core");
                        assertThat(role(mine)).isEqualTo(shop);
                        assertThat(role(c)).isEqualTo(" plexica_core core");
                        return 0;
                    });
                    return 0;
                }));
    }

    @Test
    void nothingIsAskedOfThePoolBeforeTheDatabaseIsNeeded() throws Exception {
        // With two connections at most, a hundred nested units would starve.
        assertThat(nest(100)).isEqualTo("done");
    }

    @Test
    void afterCommitRunsOnlyThenAndInOrder() throws Exception {
        List<String> heard = new ArrayList<>();
        database.afterCommit(() -> heard.add("none open"));
        database.unitOfWork(() -> {
            database.afterCommit(() -> heard.add("first"));
            database.afterCommit(() -> {
                throw new IllegalStateException("goes to the log");
            });
            database.afterCommit(() -> heard.add("second, " + alphas()));
            database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
            assertThat(heard).hasSize(1);
            return 0;
        });
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.afterCommit(() -> heard.add("never"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(heard).containsExactly("none open", "first", "second, 1");
    }

    @Test
    void afterRollbackRunsOnlyThenAndBehindIt() throws Exception {
        List<String> heard = new ArrayList<>();
        database.afterRollback(() -> heard.add("none open"));
        database.unitOfWork(() -> {
            database.afterRollback(() -> heard.add("never"));
            return 0;
        });
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
                    database.afterRollback(() -> {
                        throw new IllegalStateException("goes to the log");
                    });
                    database.afterRollback(() -> heard.add("undone, " + alphas()));
                    throw new IllegalStateException("is heard");
                }))
                .hasMessage("is heard");
        assertThat(heard).containsExactly("undone, 0");
    }

    @Test
    void whatIsTakenBackInPartIsToldAtOnce() throws Exception {
        List<String> heard = new ArrayList<>();
        database.unitOfWork(() -> database.tenant(stage.acme, connection -> {
            Savepoint here = connection.setSavepoint();
            database.afterRollback(() -> heard.add("taken back"));
            connection.rollback(here);
            assertThat(heard).containsExactly("taken back");
            return 0;
        }));
        assertThat(heard).hasSize(1);
    }

    private static int run(String... statements) {
        for (String sql : statements) {
            try {
                Sql.run(stage.shop.connection(), sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return 0;
    }
}
