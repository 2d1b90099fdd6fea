package io.plexica.authorization.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MembersTest {

    @Test
    void what_is_remembered_of_a_class_lets_its_loader_go() throws Exception {
        WeakReference<ClassLoader> loader = readInLoaderOfItsOwn();

        await().until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private static WeakReference<ClassLoader> readInLoaderOfItsOwn() throws Exception {
        ClassLoader own = new OneClass();
        Object resource =
                own.loadClass(Thing.class.getName()).getDeclaredConstructor().newInstance();

        assertThat(resource.getClass().getClassLoader()).isSameAs(own);
        assertThat(ResourceAttributes.of(resource)).containsEntry("colour", "red");
        return new WeakReference<>(own);
    }

    /** As a plugin's class would be. */
    public static final class Thing {

        public String getColour() {
            return "red";
        }
    }

    private static final class OneClass extends ClassLoader {

        OneClass() {
            super(MembersTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Thing.class.getName())) {
                return super.loadClass(name, resolve);
            }
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = Objects.requireNonNull(getParent().getResourceAsStream(file))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
