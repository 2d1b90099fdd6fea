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

/**
 * Keeps values in Redis for all nodes, and copies of them near by while it hears what other nodes change. Safe for all
 * threads.
 */
final class RedisCache implements CacheStore {

    static final String CHANNEL = "plexica:cache";

    private static final int BATCH = 500;

    private final String node = UUID.randomUUID().toString();
    private final RedisLine line;
    private final RedisClaims claims;
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
        this.claims = new RedisClaims(line, node);
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
        locks.with(key, () -> putAlone(key, value, timeToLive, mark, null));
    }

    @Override
    public boolean put(String key, byte[] value, Duration timeToLive, long mark, String claim) {
        return locks.with(key, () -> putAlone(key, value, timeToLive, mark, claim));
    }

    /** Puts a value; false where it is known to be overtaken. */
    private boolean putAlone(String key, byte[] value, Duration timeToLive, long mark, @Nullable String claim) {
        long before = others.mark(key);
        if (!evictions.holds(key, mark)) {
            return false;
        }
        if (RedisClaims.UNKNOWN.equals(claim) || debts.cover(key) || !line.isUp() || sent.isFull()) {
            return true;
        }
        byte[] stored = TimedValue.write(value, timeToLive, System.currentTimeMillis());
        debts.add(key);
        long number = sent.add(key, before);
        String word = node + " " + key + " " + number;
        Boolean put = line.ask(redis -> CacheScripts.put(redis, key, stored, timeToLive, claim, CHANNEL, word));
        boolean overtaken = Boolean.FALSE.equals(put) || !evictions.holds(key, mark);
        if (Boolean.TRUE.equals(put) && !overtaken) {
            keepNear(key, value, timeToLive, mark);
            debts.settle(key);
            return true;
        }
        sent.take(number);
        if (Boolean.FALSE.equals(put)) {
            debts.settle(key);
        } else {
            // It may have got there, or be on its way.
            near.evict(key);
            forget(key);
        }
        return !overtaken;
    }

    @Override
    public void evict(String key) {
        evictions.evict(key);
        near.evict(key);
        locks.with(key, () -> owe(key));
    }

    @Override
    public void evictAll(String pattern) {
        evictions.evictAll(pattern);
        near.evictIf(KeyPattern.of(pattern));
        locks.with(pattern, () -> owe(pattern));
    }

    @Override
    public @Nullable String claim(String key, Duration patience) {
        return claims.claim(key, patience);
    }

    @Override
    public void release(String key, String claim) {
        claims.release(key, claim);
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
                CacheScripts.evict(redis, pattern, CHANNEL, word);
                return;
            }
            // What is put meanwhile comes after the first word; what was read meanwhile, before the second. Without its
            // claim a value is put before they are gone through, or never.
            redis.publish(CHANNEL, word);
            removeAll(redis, CacheScripts.claims(pattern));
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
            evictions.evictAll(pattern);
            others.evictAll(pattern);
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
