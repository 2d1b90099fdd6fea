package io.plexica.notifications.internal.stream;

import io.plexica.spi.stream.News;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who hear what happens in one tenant, or as operators on the platform, through this node. Safe for all threads. */
final class Channel {

    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
    private static final int MOST_REMEMBERED = 500;

    /** Oldest first. */
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();

    private final Map<UUID, Long> gone = new HashMap<>();
    private final long patience;
    private RecentNews memory = new RecentNews(MOST_REMEMBERED);
    private long emptySince = System.nanoTime();

    /**
     * Makes one to which nobody listens yet.
     *
     * @param patience nanoseconds for which what somebody misses is remembered
     */
    Channel(long patience) {
        this.patience = patience;
    }

    /**
     * Lets somebody in. The first event says where they are: what they missed is told, or that it cannot be told any more.
     *
     * @param last what the reader heard last; empty for who comes for the first time
     * @param again whether the reader has been here before
     */
    synchronized void enter(Subscriber subscriber, Optional<EventId> last, boolean again) {
        subscribers.add(subscriber);
        gone.remove(subscriber.user());
        Optional<List<RecentNews.Remembered>> missed = last.flatMap(memory::since);
        if (missed.isPresent()) {
            missed.get().forEach(one -> tell(subscriber, one.id(), one.news()));
            subscriber.sayRights(memory.last());
        } else {
            subscriber.say(again ? "reset" : "hello", memory.last());
        }
    }

    synchronized void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
        emptySince = System.nanoTime();
        gone.put(subscriber.user(), emptySince);
    }

    synchronized void tell(News news) {
        EventId id = memory.add(news);
        subscribers.forEach(subscriber -> tell(subscriber, id, news));
    }

    /** One reader's rights are others now. */
    synchronized void tellRights(Subscriber subscriber) {
        subscriber.sayRights(memory.last());
    }

    /** Something may have been missed: whoever listens had better read everything again. */
    synchronized void reset() {
        memory = new RecentNews(MOST_REMEMBERED);
        subscribers.forEach(subscriber -> subscriber.say("reset", memory.last()));
    }

    synchronized void end() {
        List.copyOf(subscribers).forEach(Subscriber::end);
    }

    synchronized int size() {
        return subscribers.size();
    }

    /**
     * Lets one more stream of somebody have room: the oldest of theirs ends, which is most often one whose reader has gone already.
     * A reader who lives is told, so as not to come back at once and drive out the next.
     *
     * @param most how many streams one person may read
     */
    synchronized void makeRoom(UUID user, int most) {
        List<Subscriber> own = subscribers.stream()
                .filter(subscriber -> subscriber.user().equals(user))
                .toList();
        for (Subscriber oldest : own.subList(0, Math.max(0, own.size() - most + 1))) {
            subscribers.remove(oldest);
            oldest.say("crowded", memory.last());
            oldest.end();
        }
    }

    /** The people who listen, and those who have just gone and may come back for what they missed. */
    synchronized Set<UUID> people() {
        long now = System.nanoTime();
        gone.values().removeIf(since -> now - since > patience);
        Set<UUID> people = new HashSet<>(gone.keySet());
        subscribers.forEach(subscriber -> people.add(subscriber.user()));
        return people;
    }

    /** Whether nobody has listened for so long that nobody will come back for what was missed. */
    synchronized boolean isForgotten() {
        return subscribers.isEmpty() && System.nanoTime() - emptySince > patience;
    }

    private static void tell(Subscriber subscriber, EventId id, News news) {
        try {
            subscriber.tell(id, news);
        } catch (RuntimeException e) {
            LOG.warn("Somebody could not be told of {}: {}", news.event(), e.getMessage(), e);
        }
    }
}
