package io.plexica.spi.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DaemonsTest {

    @Test
    void nothingOfWhoeverNeedsOneFirstIsInherited() throws Exception {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        Thread daemon;
        try (URLClassLoader plugin = new URLClassLoader(new URL[0])) {
            here.setContextClassLoader(plugin);
            daemon = Daemons.named("plexica-some").newThread(() -> {});
        } finally {
            here.setContextClassLoader(before);
        }
        assertThat(daemon.getContextClassLoader()).isSameAs(Daemons.class.getClassLoader());
        assertThat(daemon.isDaemon()).isTrue();
        assertThat(daemon.getName()).isEqualTo("plexica-some");
    }

    @Test
    void whoeverNeedsOneFirstIsLetGoWhileItLives() throws Exception {
        Thread[] daemon = new Thread[1];
        WeakReference<ClassLoader> gone = used(daemon);
        await().until(() -> {
            System.gc();
            return gone.get() == null;
        });
        Reference.reachabilityFence(daemon);
    }

    private static WeakReference<ClassLoader> used(Thread[] daemon) throws Exception {
        ClassLoader plugin = new OneClass();
        Object first = plugin.loadClass(First.class.getName()).getConstructor().newInstance();
        assertThat(first.getClass().getClassLoader()).isSameAs(plugin);
        daemon[0] = (Thread) ((Supplier<?>) first).get();
        return new WeakReference<>(plugin);
    }

    /** Needs a thread. */
    public static final class First implements Supplier<Thread> {

        @Override
        public Thread get() {
            return Daemons.named("plexica-some").newThread(new Nothing());
        }
    }

    /** What it is to do. */
    public static final class Nothing implements Runnable {

        @Override
        public void run() {}
    }

    private static final class OneClass extends ClassLoader {

        OneClass() {
            super(DaemonsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(First.class.getName())) {
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
