package io.plexica.data.internal.jpa;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.TestServer;
import io.plexica.data.testing.shop.Item;
import io.plexica.data.testing.shop.Line;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class PersistenceTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static Stage stage;

    DatabaseAccess access() {
        return TestServer.shared().access();
    }

    @BeforeAll
    void raise() {
        stage = new Stage(3, access());
    }

    @AfterAll
    void lower() {
        stage.close();
    }

    @Test
    void uuidsInstantsAndReferencesComeBackAsTheyWere() throws Exception {
        Instant at = Instant.parse("2026-11-20T10:15:30.123456Z");
        Item parent = new Item(name());
        Item child = new Item(name());
        child.parent(parent);
        child.madeAt(at);
        child.lines().add(new Line(child, "one"));
        stage.write(stage.acme, entities -> {
            entities.persist(parent);
            entities.persist(child);
        });
        stage.read(stage.acme, entities -> {
            Item found = entities.find(Item.class, child.id());
            assertThat(found.madeAt()).isEqualTo(at);
            assertThat(found.parent().id()).isEqualTo(parent.id());
            assertThat(found.parent().parent()).isNull();
            assertThat(found.parent().madeAt()).isNull();
            assertThat(found.lines()).extracting(Line::text).containsExactly("one");
            assertThat(found.lines().get(0).id()).isPositive();
        });
        assertThat(stage.server.ask(
                        "select id::text from " + stage.shopSchema(stage.acme) + ".items where made_at = '" + at + "'"))
                .isEqualTo(child.id().toString());
    }

    @Test
    void queriesTakeUuidsAndInstantsAsParameters() throws Exception {
        Item item = new Item(name());
        item.madeAt(Instant.now());
        Item dependent = new Item(name());
        dependent.parent(item);
        stage.write(stage.acme, entities -> {
            entities.persist(item);
            entities.persist(dependent);
        });
        stage.read(stage.acme, entities -> {
            assertThat(entities.createQuery("select i from Item i where i.id in :ids and i.madeAt > :at", Item.class)
                            .setParameter("ids", List.of(item.id(), UUID.randomUUID()))
                            .setParameter("at", Instant.EPOCH)
                            .getResultList())
                    .hasSize(1);
            assertThat(entities.createQuery("select i from Item i where i.parent = :parent", Item.class)
                            .setParameter("parent", entities.getReference(Item.class, item.id()))
                            .getResultList())
                    .hasSize(1);
            assertThat(entities.createNativeQuery("select name from items where id = ?")
                            .setParameter(1, item.id())
                            .getSingleResult())
                    .isEqualTo(item.name());
            var builder = entities.getCriteriaBuilder();
            var query = builder.createQuery(Long.class);
            var root = query.from(Item.class);
            query.select(builder.count(root)).where(builder.equal(root.get("id"), item.id()));
            assertThat(entities.createQuery(query).getSingleResult()).isEqualTo(1);
        });
    }

    @Test
    void oneTenantNeverGetsWhatAnotherHasRead() throws Exception {
        UUID id = UUID.randomUUID();
        for (String slug : new String[] {stage.acme, stage.globex}) {
            stage.server.run("insert into " + stage.shopSchema(slug) + ".items (id, name) values ('" + id
                    + "', 'same id, " + slug + "')");
        }
        for (String slug : new String[] {stage.acme, stage.globex, stage.acme}) {
            stage.read(
                    slug,
                    entities -> assertThat(entities.find(Item.class, id).name()).isEqualTo("same id, " + slug));
        }
    }

    @Test
    void aQueryThatAsksForASharedCacheDoesNotGetOne() throws Exception {
        stage.write(stage.acme, entities -> entities.persist(new Item("0 first of " + stage.acme)));
        stage.write(stage.globex, entities -> entities.persist(new Item("0 first of " + stage.globex)));
        for (String slug : new String[] {stage.acme, stage.globex}) {
            stage.read(
                    slug,
                    entities -> assertThat(entities.createNamedQuery("cached", String.class)
                                    .getResultList())
                            .contains("0 first of " + slug));
            stage.read(
                    slug,
                    entities -> assertThat(entities.createNamedQuery("cached", String.class)
                                    .setHint("eclipselink.query-results-cache", true)
                                    .getResultList())
                            .contains("0 first of " + slug));
        }
    }

    @Test
    void severalPluginsCommitTogether() throws Exception {
        String name = name();
        in(
                stage.acme,
                () -> stage.platform.database().unitOfWork(() -> {
                    stage.shop.entityManager().persist(new Item(name));
                    stage.depot.entityManager().persist(new Item(name));
                    stage.platform
                            .database()
                            .tenant(stage.acme, c -> Sql.run(c, "insert into counters (name) values ('" + name + "')"));
                    return 0;
                }));
        assertThat(count(stage.shopSchema(stage.acme), name)).isEqualTo("1");
        assertThat(count("tenant_" + stage.acme + "__depot", name)).isEqualTo("1");
    }

    @Test
    void noneCommitsWhenOneCannot() throws Exception {
        String name = name();
        stage.write(stage.acme, entities -> entities.persist(new Item(name)));
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.platform.database().unitOfWork(() -> {
                            stage.depot.entityManager().persist(new Item(name));
                            stage.shop.entityManager().persist(new Item(name));
                            return 0;
                        })))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(e.detail()).startsWith("duplicate: ");
                    assertThat(e.isUniqueViolation()).isTrue();
                });
        assertThat(count("tenant_" + stage.acme + "__depot", name)).isEqualTo("0");
    }

    @Test
    void beneathWhatAnAuthorMadeOfAFailureItIsStillUnderstood() {
        String name = name();
        assertThatThrownBy(() -> stage.write(stage.acme, entities -> {
                    entities.persist(new Item(name));
                    entities.persist(new Item(name));
                    try {
                        entities.flush();
                    } catch (PersistenceException e) {
                        throw new PlexicaException(ErrorCode.PLUGIN_ERROR, "his own word", e);
                    }
                }))
                .hasMessageContaining("his own word")
                .satisfies(e -> {
                    assertThat(stage.platform.database().meaning(e)).isEmpty();
                    assertThat(stage.platform.database().meaning(e.getCause()))
                            .hasValueSatisfying(
                                    known -> assertThat(known.code()).isEqualTo(ErrorCode.CONFLICT));
                });
    }

    @Test
    void somebodyElsesChangeIsAConflict() throws Exception {
        Item item = new Item(name());
        stage.write(stage.acme, entities -> entities.persist(item));
        assertThatThrownBy(() -> stage.write(stage.acme, entities -> {
                    Item mine = entities.find(Item.class, item.id());
                    stage.shop.requiresNew(others -> {
                        others.find(Item.class, item.id()).rename(name());
                        return 0;
                    });
                    mine.rename(name());
                }))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(e.detail()).startsWith("state-moved: ");
                });
    }

    @Test
    void aReferenceToNothingIsAConflict() {
        assertThatThrownBy(() -> stage.write(stage.acme, entities -> {
                    Item orphan = new Item(name());
                    orphan.parent(entities.getReference(Item.class, UUID.randomUUID()));
                    entities.persist(orphan);
                }))
                .isInstanceOf(RuntimeException.class);
        Item parent = new Item(name());
        Item child = new Item(name());
        child.parent(parent);
        assertThatThrownBy(() -> {
                    stage.write(stage.acme, entities -> {
                        entities.persist(parent);
                        entities.persist(child);
                    });
                    stage.write(stage.acme, entities -> entities.remove(entities.find(Item.class, parent.id())));
                })
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.detail()).startsWith("referenced: "));
    }

    @Test
    void plainSqlAndEntitiesShareTheTransaction() throws Exception {
        String name = name();
        stage.write(stage.acme, entities -> {
            entities.persist(new Item(name));
            entities.flush();
            assertThat(Sql.askQuietly(
                            stage.shop.connection(), "select count(*) from items where name = '" + name + "'"))
                    .isEqualTo("1");
            assertThat(stage.shop.entityManager()).isSameAs(entities);
        });
    }

    private static String count(String schema, String name) throws SQLException {
        return stage.server.ask("select count(*) from " + schema + ".items where name = '" + name + "'");
    }

    private static String name() {
        return "name " + NAMES.incrementAndGet();
    }
}
