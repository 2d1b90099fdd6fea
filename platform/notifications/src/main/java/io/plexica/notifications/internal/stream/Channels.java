package io.plexica.notifications.internal.stream;

import io.plexica.spi.stream.News;
import io.plexica.spi.stream.StreamSource.Audience;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The channels to which somebody listens, or did a short while ago; all others cost nothing. Safe for all threads. */
final class Channels implements Audience {

    /** That of operators who name no tenant. */
    static final String PLATFORM = "";

    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final long patience;

    Channels(Duration patience) {
        this.patience = patience.toNanos();
    }

    @Override
    public boolean isThere(String tenantSlug) {
        return channels.containsKey(tenantSlug) || channels.containsKey(PLATFORM);
    }

    @Override
    public boolean isThere() {
        forget();
        return !channels.isEmpty();
    }

    @Override
    public void tell(News news) {
        String slug = news.tenantSlug();
        if (slug == null) {
            channels.values().forEach(channel -> channel.tell(news));
        } else {
            tellThere(slug, news);
            if (!slug.equals(PLATFORM)) {
                tellThere(PLATFORM, news);
            }
        }
        forget();
    }

    /** The channel of a tenant, made when it is missing; what is done to it is done before it can be forgotten. */
    void with(String slug, Consumer<Channel> work) {
        channels.compute(slug, (same, present) -> {
            Channel channel = present == null ? new Channel(patience) : present;
            work.accept(channel);
            return channel;
        });
    }

    /** The people of a tenant who listen, or have just gone. */
    Set<UUID> people(String slug) {
        Channel channel = channels.get(slug);
        return channel == null ? Set.of() : channel.people();
    }

    void reset() {
        channels.values().forEach(Channel::reset);
    }

    void end() {
        channels.values().forEach(Channel::end);
    }

    @Nullable
    Channel find(String slug) {
        return channels.get(slug);
    }

    /** Tells only those who listen in one channel, or were there a short while ago. */
    void tellThere(String slug, News news) {
        Channel channel = channels.get(slug);
        if (channel != null) {
            channel.tell(news);
        }
    }

    private void forget() {
        channels.keySet()
                .forEach(slug ->
                        channels.computeIfPresent(slug, (same, channel) -> channel.isForgotten() ? null : channel));
    }
}
