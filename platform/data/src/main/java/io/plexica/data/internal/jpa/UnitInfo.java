package io.plexica.data.internal.jpa;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.persistence.SharedCacheMode;
import javax.persistence.ValidationMode;
import javax.persistence.spi.ClassTransformer;
import javax.persistence.spi.PersistenceUnitInfo;
import javax.persistence.spi.PersistenceUnitTransactionType;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.jspecify.annotations.Nullable;

/**
 * A persistence unit as the platform wants it, whatever the plugin says.
 *
 * @param name unique among all units
 * @param classes names of the managed classes
 * @param loader finds them
 * @param source opens connections under the plugin's role
 */
record UnitInfo(String name, List<String> classes, ClassLoader loader, DataSource source)
        implements PersistenceUnitInfo {

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry(PersistenceUnitProperties.SESSION_NAME, name),
                Map.entry(PersistenceUnitProperties.SESSION_CUSTOMIZER, PlatformSession.class.getName()),
                Map.entry(PersistenceUnitProperties.TARGET_DATABASE, PlatformDialect.class.getName()),
                Map.entry(PersistenceUnitProperties.WEAVING, "false"),
                // With a shared cache one tenant would read another's rows.
                Map.entry(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false"),
                // Otherwise each read would take a connection of its own.
                Map.entry(PersistenceUnitProperties.EXCLUSIVE_CONNECTION_MODE, "Always"),
                Map.entry(PersistenceUnitProperties.EXCLUSIVE_CONNECTION_IS_LAZY, "false"),
                // What is wrong with the entities shows when the plugin is published, not at its first request.
                Map.entry(PersistenceUnitProperties.DEPLOY_ON_STARTUP, "true"),
                Map.entry(PersistenceUnitProperties.DDL_GENERATION, PersistenceUnitProperties.NONE),
                Map.entry(PersistenceUnitProperties.EXCLUDE_ECLIPSELINK_ORM_FILE, "true"),
                // The customizer brings a log of its own.
                Map.entry(PersistenceUnitProperties.LOGGING_LEVEL, "OFF")));
        return properties;
    }

    @Override
    public String getPersistenceUnitName() {
        return name;
    }

    @Override
    public String getPersistenceProviderClassName() {
        return org.eclipse.persistence.jpa.PersistenceProvider.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    @SuppressWarnings("NullAway") // The specification says null for none.
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return EmptyArchive.url();
    }

    @Override
    public List<String> getManagedClassNames() {
        return classes;
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "2.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    /** Weaving leaks class loaders, so there is none. */
    @Override
    public void addTransformer(ClassTransformer transformer) {}

    @Override
    public ClassLoader getNewTempClassLoader() {
        return loader;
    }
}
