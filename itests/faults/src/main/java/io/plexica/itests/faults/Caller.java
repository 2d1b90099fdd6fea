package io.plexica.itests.faults;

import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.Intent;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.TestTenant;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the ledger as users do, and notes what comes back, whatever that is. Safe for all threads. */
public final class Caller {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
    private static final String BASE = "/api/plugins/" + LedgerPlugin.ID;
    private static final Duration FRESH = Duration.ofSeconds(120);

    private final Site site;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<TestTenant, Token> tokens = new ConcurrentHashMap<>();

    public Caller(Site site) {
        this.site = site;
    }

    private record Token(String text, long since) {}

    /** A name for a call to come. */
    String op(Intent intent) {
        return intent.name().toLowerCase(Locale.ROOT) + "-" + number.incrementAndGet();
    }

    /** Makes a call. */
    Call call(SiteNode node, TestTenant tenant, Intent intent, String thing) {
        return call(node, tenant, intent, thing, op(intent));
    }

    /** Makes a call that has a name already. */
    Call call(SiteNode node, TestTenant tenant, Intent intent, String thing, String op) {
        Http client = node.platform().http().as(token(tenant));
        long begun = System.nanoTime();
        Call made;
        try {
            Answer answer = send(client, intent, thing, op);
            made = new Call(
                    op,
                    node.name(),
                    tenant.slug(),
                    thing,
                    intent,
                    answer.status(),
                    answer.code(),
                    answer.json().path("version").asLong(),
                    begun,
                    System.nanoTime());
        } catch (RuntimeException e) {
            LOG.debug("{} got no answer", op, e);
            made = new Call(
                    op, node.name(), tenant.slug(), thing, intent, 0, e.toString(), 0, begun, System.nanoTime());
        }
        site.history().add(made);
        return made;
    }

    private Answer send(Http client, Intent intent, String thing, String op) {
        if (intent == Intent.READ) {
            return client.get(BASE + "/things/" + thing);
        }
        if (intent == Intent.FIND) {
            return client.get(BASE + "/found/" + thing);
        }
        Map<String, String> order = Map.of(
                "op",
                op,
                "thing",
                thing,
                "intent",
                intent.name(),
                "folder",
                site.folder().toString());
        return client.post(BASE + (intent == Intent.ATTACH ? "/attach" : "/change"), order);
    }

    /** While nobody can sign in, the token from before is as good as ever. */
    private String token(TestTenant tenant) {
        Token known = tokens.get(tenant);
        if (known != null && System.nanoTime() - known.since() < FRESH.toNanos()) {
            return known.text();
        }
        try {
            Token fresh = new Token(
                    site.one()
                            .platform()
                            .http()
                            .post("/api/v1/auth/login", tenant.admin().body())
                            .expect(200)
                            .at("/accessToken"),
                    System.nanoTime());
            tokens.put(tenant, fresh);
            return fresh.text();
        } catch (RuntimeException | AssertionError e) {
            LOG.debug("Nobody can sign in", e);
            if (known == null) {
                throw new IllegalStateException("Nobody can sign in, and nobody has", e);
            }
            return known.text();
        }
    }
}
