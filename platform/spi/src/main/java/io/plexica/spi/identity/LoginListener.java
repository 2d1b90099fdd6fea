package io.plexica.spi.identity;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of people who sign in: register it as a service. Called on the thread of the sign-in once it has succeeded; must not
 * block, and what it throws goes to the log. Of the platform's own people, the super admins, nobody is told.
 */
@ConsumerType
public interface LoginListener {

    /** Somebody has signed in by name and password. */
    void signedIn(String tenantSlug, String username);
}
