package io.plexica.itests.faults;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one site of the run, started at first use, and who calls there. */
final class SiteExtension implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(SiteExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Site.class || type == Caller.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Site.class ? running.site() : running.caller();
    }

    private record Running(Site site, Caller caller) implements AutoCloseable {

        static Running start() {
            Site site = new Site();
            return new Running(site, new Caller(site));
        }

        @Override
        public void close() {
            site.close();
        }
    }
}
