/** What contacts and deals have in common: limits of text, versions of objects, lists. */
@NullMarked
package io.plexica.plugins.crm.internal.common;

import org.jspecify.annotations.NullMarked;
