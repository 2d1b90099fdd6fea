/** Contacts: people, and the companies they work for. */
@NullMarked
package io.plexica.plugins.crm.internal.contacts;

import org.jspecify.annotations.NullMarked;
