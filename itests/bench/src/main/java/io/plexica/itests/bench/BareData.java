package io.plexica.itests.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.plexica.api.data.Data;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** The author's data service as anybody would write it for one schema: a pool, EclipseLink, a transaction per call. */
final class BareData implements Data {

    private static final int CONNECTIONS = 10;

    private final EntityManagerFactory factory;

    BareData(String url, String user, String password, List<Class<?>> entities) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(CONNECTIONS);
        factory = factory(new HikariDataSource(pool), entities);
    }

    private static EntityManagerFactory factory(DataSource source, List<Class<?>> entities) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(PersistenceUnitProperties.NON_JTA_DATASOURCE, source);
        settings.put(PersistenceUnitProperties.WEAVING, "false");
        settings.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        settings.put(PersistenceUnitProperties.SESSION_CUSTOMIZER, BareValues.class.getName());
        BareUnit unit =
                new BareUnit(source, entities.stream().map(Class::getName).toList());
        return new PersistenceProvider().createContainerEntityManagerFactory(unit, settings);
    }

    @Override
    public <T> T read(Work<T> work) {
        EntityManager entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.with(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            entities.close();
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return read(work);
    }

    @Override
    public <T> T requiresNew(Work<T> work) {
        return read(work);
    }

    @Override
    public EntityManager entityManager() {
        throw new UnsupportedOperationException("only units of work that a resource opens");
    }

    @Override
    public Connection connection() {
        throw new UnsupportedOperationException("only units of work that a resource opens");
    }
}
