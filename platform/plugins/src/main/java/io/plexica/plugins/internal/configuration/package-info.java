/** Settings of plugins: defaults, the tenant's, a workspace's; and plugins switched on and off in workspaces. */
@NullMarked
package io.plexica.plugins.internal.configuration;

import org.jspecify.annotations.NullMarked;
