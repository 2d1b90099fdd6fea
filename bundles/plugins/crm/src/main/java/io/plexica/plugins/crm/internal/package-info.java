/** The public face of the CRM plugin. */
@NullMarked
package io.plexica.plugins.crm.internal;

import org.jspecify.annotations.NullMarked;
