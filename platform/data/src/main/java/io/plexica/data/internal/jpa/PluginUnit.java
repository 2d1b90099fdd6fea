package io.plexica.data.internal.jpa;

import io.plexica.data.internal.work.Participant;
import io.plexica.data.internal.work.UnitOfWork;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open persistence unit of one plugin version. */
final class PluginUnit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginUnit.class);

    private final EntityManagerFactory factory;
    private final Set<String> workspaceTables;
    private final Map<String, Set<String>> columns;

    PluginUnit(EntityManagerFactory factory) {
        this.factory = factory;
        Session session = JpaHelper.getServerSession(factory);
        this.workspaceTables = Set.copyOf(WorkspaceEntities.tables(session));
        this.columns = EntityColumns.of(session);
    }

    /** The tables whose rows belong to workspaces. */
    Set<String> workspaceTables() {
        return workspaceTables;
    }

    /** The columns of its entities, by their tables. */
    Map<String, Set<String>> columns() {
        return columns;
    }

    /** An entity manager that takes part in a unit of work. */
    Managed newManager(UnitOfWork unit) {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        return new Managed(manager, GuardedEntityManager.of(manager, unit));
    }

    @Override
    public void close() {
        factory.close();
        JpqlParserCleanup.forget();
    }

    /**
     * An entity manager in a unit of work. Its transaction is JPA's idea of one: the connection ignores its commit.
     *
     * @param real the provider's
     * @param guarded what the plugin sees
     */
    record Managed(EntityManager real, EntityManager guarded) implements Participant {

        @Override
        public void flush() {
            real.getTransaction().commit();
        }

        @Override
        public void end() {
            try {
                if (real.getTransaction().isActive()) {
                    real.getTransaction().rollback();
                }
                real.close();
            } catch (RuntimeException e) {
                LOG.warn("An entity manager could not be closed", e);
            }
        }
    }
}
