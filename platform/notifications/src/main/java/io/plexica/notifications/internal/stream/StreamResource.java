package io.plexica.notifications.internal.stream;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.spi.web.EventNames;
import io.plexica.spi.web.EventStream;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happens, as server-sent events for the caller. */
@Component(service = StreamResource.class)
@PlexicaResource
@Path("/stream")
@Authenticated
public final class StreamResource {

    private final Streams streams;

    @Activate
    public StreamResource(@Reference Streams streams) {
        this.streams = streams;
    }

    /**
     * What happens where the caller is, and may be known to them, as long as they may read: {@code installations} (the
     * plugins that are enabled for them now), {@code rights} (their roles and permissions now), {@code notifications} (one
     * of theirs, and how many are unread), {@code operations} (how one is), {@code health} (how the platform is). The first
     * event is {@code hello}; for who comes back with {@code Last-Event-ID}, what was missed; or {@code reset} when that
     * cannot be told any more: then read again what you show. {@code crowded} says that somebody has opened so many more
     * streams that this one, their oldest, ends: whoever shows it reads now and then instead of coming back at once.
     */
    @GET
    @Produces("text/event-stream")
    @EventNames({"hello", "reset", "crowded", "installations", "rights", "notifications", "operations", "health"})
    public EventStream stream(@HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        return streams.stream(lastEventId);
    }
}
