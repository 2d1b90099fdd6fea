package io.plexica.data.internal.jpa;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.data.Data;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.shop.Broken;
import io.plexica.data.testing.shop.Item;
import io.plexica.data.testing.shop.Numbered;
import io.plexica.spi.plugins.PluginRef;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PluginUnitTest {

    private static Stage stage;

    @BeforeAll
    static void raise() {
        stage = new Stage(3);
    }

    @AfterAll
    static void lower() {
        stage.close();
    }

    @Test
    void theEntityManagersLifeBelongsToTheUnitOfWork() throws Exception {
        EntityManager[] kept = new EntityManager[1];
        stage.write(stage.acme, entities -> {
            kept[0] = entities;
            List<Consumer<EntityManager>> calls = List.of(
                    EntityManager::getTransaction,
                    EntityManager::close,
                    EntityManager::joinTransaction,
                    EntityManager::getDelegate,
                    EntityManager::getEntityManagerFactory,
                    e -> e.unwrap(java.sql.Connection.class));
            calls.forEach(call -> assertThatThrownBy(() -> call.accept(entities))
                    .isInstanceOf(PlexicaException.class)
                    .hasMessageContaining("refused"));
            assertThat(entities.isOpen()).isTrue();
        });
        assertThat(kept[0].isOpen()).isFalse();
        assertThatThrownBy(() -> kept[0].find(Item.class, UUID.randomUUID())).hasMessageContaining("over");
    }

    @Test
    void outsideAUnitOfWorkThereIsNoEntityManagerAndNoConnection() {
        assertThatThrownBy(() -> in(stage.acme, () -> stage.shop.entityManager()))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("No unit of work");
        assertThatThrownBy(() -> in(stage.acme, () -> stage.shop.connection()))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("No unit of work");
    }

    @Test
    void exceptionsOfTheBusinessPassUntouched() {
        IllegalArgumentException business = new IllegalArgumentException("too dear");
        assertThatThrownBy(() -> stage.write(stage.acme, entities -> {
                    throw business;
                }))
                .isSameAs(business);
        PlexicaException coded = PlexicaException.notFound("no such item");
        assertThatThrownBy(() -> stage.write(stage.acme, entities -> {
                    throw coded;
                }))
                .isSameAs(coded);
    }

    @Test
    void idGeneratorsAndSchemasOfTheirOwnAreRefused() {
        assertThatThrownBy(() -> open(Numbered.class)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
            assertThat(e.errors())
                    .extracting(FieldError::message)
                    .anyMatch(m -> m.contains("Numbered.id: the id generator SEQUENCE"))
                    .anyMatch(m -> m.contains("names the schema tenant_globex__shop"));
        });
    }

    @Test
    void entitiesThatMakeNoUnitAreRefusedWithTheReason() {
        assertThatThrownBy(() -> open(Broken.class)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
            assertThat(e.errors()).extracting(FieldError::message).anyMatch(m -> m.contains("Broken"));
            assertThat(e.errors()).extracting(FieldError::message).noneMatch(m -> m.contains("Exception ["));
        });
        assertThatThrownBy(() -> stage.platform
                        .pluginUnits()
                        .open(
                                new PluginRef("x1", "1"),
                                List.of("no.such.Entity"),
                                new ClassLoader(getClass().getClassLoader()) {}))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_INVALID));
    }

    @Test
    void aPluginWithoutEntitiesCanStillAsk() throws Exception {
        ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};
        stage.platform.pluginUnits().open(Stage.SHOP, List.of(), loader);
        Data data = stage.platform.data(Stage.SHOP, loader);
        Object count = in(
                stage.acme,
                () -> data.read(entities ->
                        entities.createNativeQuery("select count(*) from items").getSingleResult()));
        assertThat(count).isNotNull();
        stage.platform.pluginUnits().close(Stage.SHOP, loader);
        stage.platform.pluginUnits().close(Stage.SHOP, loader);
        assertThatThrownBy(() -> in(stage.acme, () -> data.read(entities -> 0)))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("not in service");
    }

    private static void open(Class<?> entity) {
        stage.platform
                .pluginUnits()
                .open(
                        new PluginRef("x1", "1.0.0"),
                        List.of(entity.getName()),
                        new ClassLoader(PluginUnitTest.class.getClassLoader()) {});
    }

    private static String count(String schema, String name) throws SQLException {
        return stage.server.ask("select count(*) from " + schema + ".items where name = '" + name + "'");
    }
}
