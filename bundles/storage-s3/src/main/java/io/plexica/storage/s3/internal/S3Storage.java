package io.plexica.storage.s3.internal;

import io.plexica.spi.config.Secrets;
import io.plexica.spi.storage.ObjectStore;
import java.util.Dictionary;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers an S3 server as a storage engine, where there is a login at one. */
@Component(
        service = S3Storage.class,
        immediate = true,
        configurationPid = S3Config.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class S3Storage {

    private static final Logger LOG = LoggerFactory.getLogger(S3Storage.class);

    private final @Nullable Connection connection;
    private final @Nullable ServiceRegistration<ObjectStore> registration;

    /** Takes the server that is set. */
    @Activate
    public S3Storage(BundleContext context, S3Config config, @Reference Secrets secrets) {
        if (config.accessKey().isBlank()) {
            connection = null;
            registration = null;
            return;
        }
        S3Settings settings = S3Settings.of(config, secrets.require("S3_SECRET_KEY"));
        Connection made = within(S3Storage.class.getClassLoader(), settings);
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(ObjectStore.ENGINE, "s3");
        connection = made;
        registration = context.registerService(ObjectStore.class, new S3Store(made, settings.region()), properties);
        LOG.info("Objects can be kept on {}", settings);
    }

    /** Offers it no more. */
    @Deactivate
    public void close() {
        if (registration != null) {
            registration.unregister();
        }
        if (connection != null) {
            connection.close();
        }
    }

    /** The client looks for parts of itself through the thread's class loader. */
    private static Connection within(ClassLoader loader, S3Settings settings) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return Connection.to(settings);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
