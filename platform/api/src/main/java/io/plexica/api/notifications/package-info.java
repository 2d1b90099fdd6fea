/**
 * Notifications: short messages that people find in the application at once, and in their mail where they want that.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.api.notifications;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
