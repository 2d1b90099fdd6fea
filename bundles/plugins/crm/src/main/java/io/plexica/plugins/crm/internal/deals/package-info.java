/** Deals: what may come of a contact, from first interest to won or lost. */
@NullMarked
package io.plexica.plugins.crm.internal.deals;

import org.jspecify.annotations.NullMarked;
