/**
 * What the CRM tells other plugins of the same tenant. Ask for it with {@code PluginServices.find}.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.plexica.plugins.crm.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
