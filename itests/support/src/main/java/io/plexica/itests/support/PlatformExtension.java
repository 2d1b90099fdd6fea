package io.plexica.itests.support;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Gives tests the one platform of the run, started at first use and stopped after the last test. While you write a test,
 * {@code -Dplexica.attach=<PLEXICA_HOME>} and the ports in the environment lead to a platform that is up already.
 */
public final class PlatformExtension implements ParameterResolver, TestWatcher {

    private static final Namespace OURS = Namespace.create(PlatformExtension.class);
    private static final int TAIL = 60;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .platform();
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        Optional.ofNullable(context.getRoot().getStore(OURS).get(Running.class, Running.class))
                .ifPresent(running -> System.err.println(context.getDisplayName() + " failed; the logs end with"
                        + running.platform().logs().tail(TAIL)));
    }

    private record Running(Platform platform, boolean ours) implements AutoCloseable {

        static Running start() {
            String attach = System.getProperty("plexica.attach", "");
            if (!attach.isEmpty()) {
                return new Running(Platform.attached(Path.of(attach)), false);
            }
            Platform platform = Platform.prepare();
            try {
                return new Running(platform.up(), true);
            } catch (RuntimeException | AssertionError e) {
                platform.close();
                throw e;
            }
        }

        @Override
        public void close() {
            if (ours) {
                platform.close();
            }
        }
    }
}
