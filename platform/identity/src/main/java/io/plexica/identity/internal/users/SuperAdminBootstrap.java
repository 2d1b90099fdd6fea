package io.plexica.identity.internal.users;

import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.IdentityWorker;
import io.plexica.spi.config.Secrets;
import io.plexica.spi.identity.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the configured super admin once the identity server and the database are there. */
@Component(service = SuperAdminBootstrap.class, immediate = true)
public final class SuperAdminBootstrap {

    private static final Logger LOG = LoggerFactory.getLogger(SuperAdminBootstrap.class);

    @Activate
    public SuperAdminBootstrap(
            @Reference IdentitySettings settings,
            @Reference Secrets secrets,
            @Reference Users users,
            @Reference IdentityWorker worker) {
        String email = settings.superAdminEmail();
        if (email.isEmpty()) {
            return;
        }
        String password = secrets.require("SUPER_ADMIN_PASSWORD");
        worker.untilDone("Creating the super admin", () -> {
            users.createSuperAdmin(email, password);
            LOG.info("The super admin {} is there", email);
        });
    }
}
