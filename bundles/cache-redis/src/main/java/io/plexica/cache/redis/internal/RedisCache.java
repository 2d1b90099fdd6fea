package io.plexica.cache.redis.internal;

import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.cache.Evictions;
import io.plexica.spi.cache.KeyPattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ScanIteration;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * Keeps values in Redis for all nodes, and copies of them near by while it hears what other nodes change. Safe for all
 * threads.
 */
final class RedisCache implements CacheStore {

    static final String CHANNEL = "plexica:cache";

    /** Not a character of keys, so no value lies there. */
    private static final String CLAIM = "!claim";

    private static final int BATCH = 500;

    /** At one go, so that whoever puts a value afterwards has heard of this before it hears of that. */
    private static final String EVICT = "redis.call('DEL', KEYS[1]) return redis.call('PUBLISH', ARGV[1], ARGV[2])";

    private static final String RELEASE =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    private final String node = UUID.randomUUID().toString();
    private final RedisLine line;
    private final InvalidationListener ear;
    private final NearCache near;
    private final PendingEvictions debts = new PendingEvictions();
    private final PendingPuts sent = new PendingPuts();
    private final KeyLocks locks = new KeyLocks();
    private final Evictions evictions = new Evictions();

    /** Those of them that other nodes told of, each counted after it was counted there. */
    private final Evictions others = new Evictions();

    RedisCache(RedisSettings settings, RedisLine line) {
        this.line = line;
        this.near = new NearCache(settings.nearBytes());
        this.ear = new InvalidationListener(
                () -> Clients.listening(settings, InvalidationListener.SILENCE_MILLIS),
                CHANNEL,
                this::distrust,
                this::heard);
    }

    InvalidationListener ear() {
        return ear;
    }

    @Override
    public byte @Nullable [] get(String key) {
        byte[] copy = copiesAreGood() ? near.get(key) : null;
        if (copy != null) {
            return copy;
        }
        long mark = evictions.mark(key);
        byte[] stored = line.ask(redis -> redis.get(bytes(key)));
        TimedValue found = stored == null ? null : TimedValue.read(stored, System.currentTimeMillis());
        if (found == null || debts.cover(key)) {
            return null;
        }
        keepNear(key, found.value(), found.left(), mark);
        return found.value();
    }

    @Override
    public long mark(String key) {
        return evictions.mark(key);
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive, long mark) {
        locks.with(key, () -> putAlone(key, value, timeToLive, mark));
    }

    private boolean putAlone(String key, byte[] value, Duration timeToLive, long mark) {
        long before = others.mark(key);
        if (!evictions.holds(key, mark) || debts.cover(key) || !line.isUp() || sent.isFull()) {
            return false;
        }
        byte[] stored = TimedValue.write(value, timeToLive, System.currentTimeMillis());
        debts.add(key);
        long number = sent.add(key, before);
        boolean put = line.tell(redis -> {
            redis.set(bytes(key), stored, SetParams.setParams().px(timeToLive.toMillis()));
            redis.publish(CHANNEL, node + " " + key + " " + number);
        });
        if (put && evictions.holds(key, mark)) {
            keepNear(key, value, timeToLive, mark);
            debts.settle(key);
        } else {
            // It may have got there, or be on its way.
            sent.take(number);
            near.evict(key);
            forget(key);
        }
        return put;
    }

    @Override
    public void evict(String key) {
        evictions.evict(key);
        near.evict(key);
        locks.with(key, () -> owe(key));
    }

    @Override
    public void evictAll(String pattern) {
        evictions.evictAll();
        near.evictIf(KeyPattern.of(pattern));
        locks.with(pattern, () -> owe(pattern));
    }

    @Override
    public boolean claim(String key, Duration atMost) {
        String[] answer = line.ask(redis -> new String[] {
            redis.set(key + CLAIM, node, SetParams.setParams().nx().px(atMost.toMillis()))
        });
        return answer == null || answer[0] != null;
    }

    @Override
    public void release(String key) {
        line.tell(redis -> redis.eval(RELEASE, 1, key + CLAIM, node));
    }

    @Override
    public void begin() {
        distrust();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "kind",
                "redis",
                "entries",
                Long.toString(near.entries()),
                "bytes",
                Long.toString(near.bytes()),
                "reached",
                Boolean.toString(line.isUp()),
                "hearsNodes",
                Boolean.toString(ear.hears()));
    }

    @Override
    public @Nullable String trouble() {
        return line.trouble();
    }

    /** Does what could not be done before. */
    void payDebts() {
        debts.pay(pattern -> locks.with(pattern, () -> remove(pattern)));
    }

    private boolean owe(String pattern) {
        debts.add(pattern);
        return forget(pattern);
    }

    private boolean forget(String pattern) {
        boolean done = remove(pattern);
        if (done) {
            debts.settle(pattern);
        } else {
            debts.keep(pattern);
        }
        return done;
    }

    private boolean remove(String pattern) {
        String word = node + " " + pattern;
        return line.tell(redis -> {
            if (pattern.indexOf('*') < 0) {
                redis.eval(EVICT, 1, pattern, CHANNEL, word);
                return;
            }
            // What is put meanwhile comes after the first word; what was read meanwhile, before the second.
            redis.publish(CHANNEL, word);
            removeAll(redis, pattern);
            redis.publish(CHANNEL, word);
        });
    }

    private static void removeAll(UnifiedJedis redis, String pattern) {
        ScanIteration scan = redis.scanIteration(BATCH, pattern);
        while (!scan.isIterationCompleted()) {
            Collection<String> keys = scan.nextBatchList();
            keys.forEach(redis::unlink);
        }
    }

    private boolean copiesAreGood() {
        return ear.hears() && line.isUp();
    }

    private void keepNear(String key, byte[] value, Duration left, long mark) {
        if (copiesAreGood()) {
            near.put(key, value, left, () -> evictions.holds(key, mark));
        }
    }

    /** Messages may have been missed. */
    private void distrust() {
        evictions.evictAll();
        others.evictAll();
        near.clear();
        for (PendingPuts.Value value : sent.takeAll()) {
            debts.add(value.key());
            debts.keep(value.key());
        }
    }

    /** Somebody has put or evicted something. */
    private void heard(String message) {
        String[] words = message.split(" ", 3);
        if (words.length < 2) {
            return;
        }
        if (!words[0].equals(node)) {
            changed(words[1]);
        } else if (words.length > 2) {
            arrived(sent.take(Long.parseLong(words[2])));
        }
    }

    /** Another node has. */
    private void changed(String pattern) {
        if (pattern.indexOf('*') < 0) {
            evictions.evict(pattern);
            others.evict(pattern);
            near.evict(pattern);
        } else {
            evictions.evictAll();
            others.evictAll();
            near.evictIf(KeyPattern.of(pattern));
        }
    }

    /** All that others evicted before Redis saw this value has been heard by now. */
    private void arrived(PendingPuts.@Nullable Value value) {
        if (value != null && !others.holds(value.key(), value.mark())) {
            near.evict(value.key());
            locks.with(value.key(), () -> owe(value.key()));
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
