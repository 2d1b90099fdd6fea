package io.plexica.data.internal.jpa;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.api.data.Data;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.shop.Item;
import io.plexica.data.testing.shop.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoaderLeakTest {

    private static final List<String> ENTITIES = List.of(Item.class.getName(), Line.class.getName());

    @Test
    void nothingHoldsThePluginsClassesAfterItsUnitIsClosed() throws Exception {
        try (Stage stage = new Stage(3)) {
            List<WeakReference<ClassLoader>> gone = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                gone.add(useAndClose(stage));
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                System.gc();
                assertThat(gone).allMatch(loader -> loader.get() == null);
            });
        }
    }

    private static WeakReference<ClassLoader> useAndClose(Stage stage) throws Exception {
        ClassLoader loader = new PluginLoader();
        stage.platform.pluginUnits().open(Stage.SHOP, ENTITIES, loader);
        Data data = stage.platform.data(Stage.SHOP, loader);
        Class<?> type = loader.loadClass(Item.class.getName());
        assertThat(type).isNotSameAs(Item.class);
        Object item = type.getConstructor(String.class).newInstance("of " + loader.hashCode());
        in(
                stage.acme,
                () -> data.write(entities -> {
                    entities.persist(item);
                    entities.flush();
                    return entities.createQuery("select i from Item i join fetch i.lines")
                            .getResultList();
                }));
        in(
                stage.acme,
                () -> data.read(entities -> Objects.requireNonNull(
                        entities.createNamedQuery("cached").getResultList())));
        stage.platform.pluginUnits().close(Stage.SHOP, loader);
        return new WeakReference<>(loader);
    }

    /** Has classes of its own under the same names, as each version of a plugin does. */
    private static final class PluginLoader extends ClassLoader {

        PluginLoader() {
            super(Stage.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!ENTITIES.contains(name)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) {
            try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
