package io.plexica.notifications.internal.stream;

import io.plexica.spi.stream.News;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The latest news of a channel, so that nobody misses any who is back soon. Not safe for threads. */
final class RecentNews {

    private final int most;
    private final String name =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final Deque<News> news = new ArrayDeque<>();
    private long last;

    RecentNews(int most) {
        this.most = most;
    }

    /** News with their id. */
    record Remembered(EventId id, News news) {}

    /** What was remembered last. */
    EventId last() {
        return new EventId(name, last);
    }

    EventId add(News one) {
        news.addLast(one);
        if (news.size() > most) {
            news.removeFirst();
        }
        last++;
        return last();
    }

    /** What has come after an id, in order; empty when that cannot be told any more, or never could. */
    Optional<List<Remembered>> since(EventId id) {
        long oldest = last - news.size();
        if (!id.memory().equals(name) || id.number() < oldest || id.number() > last) {
            return Optional.empty();
        }
        List<Remembered> missed = new ArrayList<>();
        long number = oldest;
        for (News one : news) {
            number++;
            if (number > id.number()) {
                missed.add(new Remembered(new EventId(name, number), one));
            }
        }
        return Optional.of(missed);
    }
}
