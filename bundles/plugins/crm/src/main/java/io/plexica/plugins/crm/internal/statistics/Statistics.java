package io.plexica.plugins.crm.internal.statistics;

import io.plexica.plugins.crm.api.CrmStatistics;
import io.plexica.plugins.crm.api.DealFigures;
import io.plexica.plugins.crm.internal.contacts.Contacts;
import io.plexica.plugins.crm.internal.deals.Deals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Figures for other plugins. Whoever calls them sees no more by them than by the CRM itself. */
@Component
public final class Statistics implements CrmStatistics {

    private final Contacts contacts;
    private final Deals deals;

    @Activate
    public Statistics(@Reference Contacts contacts, @Reference Deals deals) {
        this.contacts = contacts;
        this.deals = deals;
    }

    @Override
    public long contacts() {
        return contacts.count();
    }

    @Override
    public DealFigures deals() {
        return deals.figures();
    }
}
