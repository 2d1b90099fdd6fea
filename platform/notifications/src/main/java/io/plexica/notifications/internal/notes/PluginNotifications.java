package io.plexica.notifications.internal.notes;

import io.plexica.api.notifications.Notification;
import io.plexica.api.notifications.Notifications;
import io.plexica.api.notifications.Recipients;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** Notifies people of what a plugin has to tell: one instance for each bundle, which can only ever be the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginNotifications implements Notifications {

    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_MAILS = 500;

    private final Database database;
    private final People people;
    private final NoteWriter writer;
    private final MailCopies copies;
    private final PluginRef plugin;
    private volatile @Nullable PluginRoutes routes;

    /** For the bundle that asks. */
    @Activate
    public PluginNotifications(
            ComponentContext context,
            @Reference Database database,
            @Reference People people,
            @Reference NoteWriter writer,
            @Reference MailCopies copies) {
        this(database, people, writer, copies, pluginAt(context.getUsingBundle().getLocation()));
    }

    /** For a plugin by its name. */
    public PluginNotifications(
            Database database, People people, NoteWriter writer, MailCopies copies, PluginRef plugin) {
        this.database = database;
        this.people = people;
        this.writer = writer;
        this.copies = copies;
        this.plugin = plugin;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setRoutes(PluginRoutes known) {
        routes = known;
    }

    void unsetRoutes(PluginRoutes gone) {
        if (gone.equals(routes)) {
            routes = null;
        }
    }

    @Override
    public int send(Recipients to, Notification notification) {
        refuseIfStopped();
        Note note = new Note(
                Note.OF_A_PLUGIN,
                notification.severity(),
                notification.title(),
                notification.text(),
                notification.link());
        List<String> wrongs = note.wrongs();
        if (!wrongs.isEmpty()) {
            throw refused("The notification cannot be sent: " + String.join("; ", wrongs));
        }
        Tenant tenant = Contexts.require().tenant();
        if (tenant == null) {
            throw refused("There is nobody to notify outside a tenant");
        }
        return database.together(() -> send(tenant.slug(), people.find(tenant.slug(), to), note, notification.mail()));
    }

    private int send(String slug, List<Person> found, Note note, boolean mail) {
        if (found.isEmpty()) {
            return 0;
        }
        List<Person> mailed = copies.readers(found, mail);
        if (found.size() > MOST_PEOPLE || mailed.size() > MOST_MAILS) {
            throw refused("A notification goes to " + MOST_PEOPLE + " people at most, and by mail to " + MOST_MAILS
                    + "; this one would go to " + found.size() + ", and to " + mailed.size() + " by mail");
        }
        if (!writer.write(plugin, slug, note, found, mailed)) {
            throw new PlexicaException(
                            ErrorCode.RATE_LIMITED,
                            "The plugin " + plugin.id()
                                    + " has notified people of this tenant 60 times in the last minute:"
                                    + " try again in a minute, or tell them of several things at once")
                    .with("plugin", plugin.id());
        }
        return found.size();
    }

    /** A thread that a version has left behind may still want to say something when the version is stopped. */
    private void refuseIfStopped() {
        PluginRoutes known = routes;
        if (known != null && known.stopped(plugin) != null) {
            throw new PlexicaException(
                            ErrorCode.PLUGIN_UNAVAILABLE, plugin + " is stopped for everybody, and notifies nobody")
                    .with("plugin", plugin.id());
        }
    }

    private PlexicaException refused(String why) {
        return new PlexicaException(ErrorCode.INTERNAL_ERROR, why).with("plugin", plugin.id());
    }

    private static PluginRef pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR,
                        "The bundle at " + location
                                + " is no plugin: the platform's notifications come from its audit log"));
    }
}
