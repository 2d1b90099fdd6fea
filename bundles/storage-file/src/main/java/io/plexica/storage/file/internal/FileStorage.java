package io.plexica.storage.file.internal;

import io.plexica.spi.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a folder as a storage engine. It is made when it is first used. */
@Component(
        service = FileStorage.class,
        immediate = true,
        configurationPid = FileConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FileStorage {

    private static final Logger LOG = LoggerFactory.getLogger(FileStorage.class);

    private final ServiceRegistration<ObjectStore> registration;

    /** Takes the folder that is set. */
    @Activate
    public FileStorage(BundleContext context, FileConfig config) {
        FolderStore store = new FolderStore(folder(config));
        try {
            store.sweep();
        } catch (IOException e) {
            LOG.warn("What removed buckets have left could not be removed; it is tried again later", e);
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(ObjectStore.ENGINE, "file");
        registration = context.registerService(ObjectStore.class, store, properties);
    }

    /** Offers it no more. */
    @Deactivate
    public void close() {
        registration.unregister();
    }

    private static Path folder(FileConfig config) {
        if (!config.folder().isBlank()) {
            return Path.of(config.folder().strip()).toAbsolutePath().normalize();
        }
        if (config.home().isBlank()) {
            throw new IllegalArgumentException(
                    "Set PLEXICA_STORAGE_FOLDER, or PLEXICA_HOME: one of them says where objects are kept");
        }
        return Path.of(config.home().strip(), "data", "storage")
                .toAbsolutePath()
                .normalize();
    }
}
