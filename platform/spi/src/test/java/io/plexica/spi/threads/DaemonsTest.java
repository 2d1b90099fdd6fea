package io.plexica.spi.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
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
}
