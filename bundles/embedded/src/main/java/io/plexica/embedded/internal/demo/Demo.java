package io.plexica.embedded.internal.demo;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.embedded.internal.demo.DemoCredentials.Login;
import io.plexica.spi.identity.Users;
import io.plexica.spi.plugins.Plugins;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.Tenants.NewAdmin;
import io.plexica.spi.tenancy.Tenants.NewTenant;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates the super admin, two tenants and their users. May be run again after it was interrupted anywhere. */
record Demo(Tenants tenants, Users users, Plugins plugins) {

    private static final String PLAN = "enterprise";
    private static final String WITH_PLUGIN = "acme";
    private static final String PLUGIN = "crm";

    /** Creates whatever is missing. */
    void create(DemoCredentials credentials, Path pluginFolder) throws IOException {
        users.createSuperAdmin(
                credentials.superAdmin().username(), credentials.superAdmin().password());
        credentials.tenants().forEach((slug, people) -> {
            if (isServed(slug)) {
                createTenant(slug, people);
            }
        });
        publish(pluginFolder);
        if (isServed(WITH_PLUGIN)) {
            plugins.ensureInstalled(WITH_PLUGIN, PLUGIN);
        }
    }

    /** A deployment that serves one tenant makes no others. */
    private boolean isServed(String slug) {
        return tenants.pinned().map(slug::equals).orElse(true);
    }

    private void createTenant(String slug, Map<String, Login> people) {
        Optional<Tenant> there = tenants.find(slug);
        if (there.isEmpty()) {
            tenants.create(new NewTenant(slug, capitalised(slug), PLAN, admin(slug, people)));
        } else if (!there.get().isActive()) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, slug + " is still being finished or undone after an interrupted start");
        }
        // The admin too: one whom an interrupted provisioning has left behind may have no password.
        people.forEach((role, login) -> users.create(
                slug, login.username(), capitalised(role), capitalised(slug), login.password(), Set.of(role)));
    }

    private static NewAdmin admin(String slug, Map<String, Login> people) {
        Login login = people.get(DemoCredentials.ADMIN);
        if (login == null) {
            throw new IllegalArgumentException("credentials.json names no admin for " + slug);
        }
        return new NewAdmin(login.username(), capitalised(DemoCredentials.ADMIN), capitalised(slug), login.password());
    }

    private void publish(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                plugins.publish(jar);
            }
        }
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
