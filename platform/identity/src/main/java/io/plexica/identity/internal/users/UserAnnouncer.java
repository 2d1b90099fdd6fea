package io.plexica.identity.internal.users;

import io.plexica.identity.internal.Home;
import io.plexica.spi.identity.UserListener;
import io.plexica.spi.identity.UserSummary;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells other rooms of users who come and go. Safe for all threads. */
@Component(service = UserAnnouncer.class)
public final class UserAnnouncer {

    private final List<UserListener> listeners = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(UserListener listener) {
        listeners.add(listener);
    }

    void remove(UserListener listener) {
        listeners.remove(listener);
    }

    /** Tells, in the unit of work of the change, that somebody has come. */
    void created(String slug, UUID user) {
        listeners.forEach(listener -> listener.created(slug, user));
    }

    /** Tells likewise that somebody's profile or status has changed; of super admins nobody is told. */
    void updated(Home home, UUID user) {
        if (home.slug() != null) {
            listeners.forEach(listener -> listener.updated(home.slug(), user));
        }
    }

    /** Tells likewise that somebody is about to go. */
    void removed(String slug, Person person) {
        UserSummary user = person.summary();
        listeners.forEach(listener -> listener.removed(slug, user));
    }
}
