/** What the CRM tells other plugins. */
@NullMarked
package io.plexica.plugins.crm.internal.statistics;

import org.jspecify.annotations.NullMarked;
