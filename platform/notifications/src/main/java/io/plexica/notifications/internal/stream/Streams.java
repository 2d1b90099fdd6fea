package io.plexica.notifications.internal.stream;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.notifications.internal.NotificationsSettings;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.stream.StreamSource;
import io.plexica.spi.web.EventStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what sources tell to those who listen through this node. Nothing is asked of the database for who only listens: the
 * rights are those that the guards find, in memory, twice a second. Safe for all threads.
 */
@Component(service = Streams.class)
public final class Streams {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    /** So long who has gone may come back for what was missed meanwhile. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Channels channels = new Channels(PATIENCE);
    private final Map<StreamSource, AutoCloseable> sources = new ConcurrentHashMap<>();
    private final NotificationsSettings settings;

    @Activate
    public Streams(@Reference NotificationsSettings settings) {
        this.settings = settings;
    }

    @Deactivate
    void stop() {
        channels.end();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(StreamSource source) {
        sources.put(source, source.tellTo(channels));
    }

    void removeSource(StreamSource source) {
        AutoCloseable told = sources.remove(source);
        if (told == null) {
            return;
        }
        try {
            told.close();
        } catch (Exception e) {
            LOG.warn("A source of the live stream failed when it was closed", e);
        }
    }

    /**
     * The stream of whoever the current call works for.
     *
     * @param lastId what they heard last; null for who comes for the first time
     */
    public EventStream stream(@Nullable String lastId) {
        return new Listening(this, lastId);
    }

    /** Those who listen, for sources in this room. */
    Channels channels() {
        return channels;
    }

    private Subscriber enter(ExecutionContext reader, EventStream.Sink sink, @Nullable String lastId) {
        Principal principal = reader.principal();
        if (principal == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Sign in first");
        }
        Subscriber subscriber = new Subscriber(principal.id(), reader, sink);
        channels.with(slug(reader), channel -> {
            channel.makeRoom(principal.id(), settings.streamsPerUser());
            refuseTooMany(channel);
            channel.enter(subscriber, EventId.read(lastId), lastId != null && !lastId.isBlank());
        });
        return subscriber;
    }

    private void refuseTooMany(Channel channel) {
        if (channel.size() >= settings.streamsPerTenant()) {
            throw new PlexicaException(
                    ErrorCode.RATE_LIMITED,
                    "The people of this tenant read " + settings.streamsPerTenant()
                            + " live streams already: try again later");
        }
    }

    private void leave(ExecutionContext reader, Subscriber subscriber) {
        Channel channel = channels.find(slug(reader));
        if (channel != null) {
            channel.leave(subscriber);
        }
    }

    private void judged(Subscriber subscriber, ExecutionContext now) {
        Channel channel = channels.find(slug(now));
        if (subscriber.judged(now) && channel != null) {
            channel.tellRights(subscriber);
        }
    }

    private static String slug(ExecutionContext reader) {
        return reader.tenant() == null ? Channels.PLATFORM : reader.tenant().slug();
    }

    /** One stream, from its beginning to its end. */
    private static final class Listening implements EventStream {

        private final Streams streams;
        private final @Nullable String lastId;
        private volatile @Nullable Subscriber subscriber;

        Listening(Streams streams, @Nullable String lastId) {
            this.streams = streams;
            this.lastId = lastId;
        }

        @Override
        public AutoCloseable open(Sink sink) {
            ExecutionContext reader = Contexts.require();
            Subscriber entered = streams.enter(reader, sink, lastId);
            subscriber = entered;
            return () -> streams.leave(reader, entered);
        }

        @Override
        public boolean mayGoOn() {
            Subscriber listening = subscriber;
            if (listening != null) {
                streams.judged(listening, Contexts.require());
            }
            return true;
        }
    }
}
