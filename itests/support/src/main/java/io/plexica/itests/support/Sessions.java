package io.plexica.itests.support;

import io.plexica.itests.support.Credentials.Login;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs people in, and remembers their tokens for a while. */
final class Sessions {

    /** Well under the life of a token, so that a test can use what it gets. */
    private static final Duration FRESH = Duration.ofSeconds(150);

    private final Http http;
    private final Map<Login, Session> sessions = new ConcurrentHashMap<>();

    Sessions(Http http) {
        this.http = http;
    }

    String token(Login login) {
        Session known = sessions.get(login);
        if (known != null && known.since().plus(FRESH).isAfter(Instant.now())) {
            return known.token();
        }
        Answer answer = http.post("/api/v1/auth/login", login.body()).expect(200);
        Session fresh = new Session(answer.at("/accessToken"), Instant.now());
        sessions.put(login, fresh);
        return fresh.token();
    }

    void forget() {
        sessions.clear();
    }

    private record Session(String token, Instant since) {}
}
