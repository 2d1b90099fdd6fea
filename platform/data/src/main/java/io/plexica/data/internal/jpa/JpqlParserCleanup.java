package io.plexica.data.internal.jpa;

import java.lang.reflect.Field;
import org.eclipse.persistence.sessions.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * EclipseLink's parser notes the type of the last expression in a static array that nobody ever reads, and so holds the
 * class loader of the plugin that asked last.
 */
final class JpqlParserCleanup {

    private static final Logger LOG = LoggerFactory.getLogger(JpqlParserCleanup.class);
    private static final String PARSER = "org.eclipse.persistence.internal.jpa.jpql.JPQLQueryContext";

    private JpqlParserCleanup() {}

    static void forget() {
        try {
            Field field =
                    Class.forName(PARSER, true, Session.class.getClassLoader()).getDeclaredField("EMPTY_TYPE");
            field.setAccessible(true);
            ((Object[]) field.get(null))[0] = null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("EclipseLink's parser may hold the classes of the plugin that asked last: {}", e.toString());
        }
    }
}
