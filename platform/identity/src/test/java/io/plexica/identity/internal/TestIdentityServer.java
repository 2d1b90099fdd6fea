package io.plexica.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An identity server that serves keys over HTTP, counts who asks, and writes down what it is told. */
public final class TestIdentityServer implements IdentityProvider, AutoCloseable {

    private final Map<String, List<JWK>> keys = new ConcurrentHashMap<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private final Map<String, UserState> accounts = new ConcurrentHashMap<>();
    private volatile int generation;
    private final int port;
    private @Nullable HttpServer http;

    /** Accepted passwords by {@code realm/username}. */
    public final Map<String, String> passwords = new ConcurrentHashMap<>();

    /** What was done, in order, such as {@code login tenant-acme ada@acme.test}. */
    public final List<String> calls = new CopyOnWriteArrayList<>();

    /** Addresses that the server does not take in a change. */
    public final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** What happens elsewhere just before a password is set. */
    public volatile Runnable beforePassword = () -> {};

    /** What sign-ins are answered. */
    public volatile String refreshToken = "refresh";

    /** Makes sign-in and sign-out fail as when the server is gone. */
    public volatile boolean down;

    public TestIdentityServer() throws IOException {
        HttpServer first = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        port = first.getAddress().getPort();
        serve(first);
    }

    /** A key that signs in a realm from now on; those before go on being served. */
    public RSAKey addKey(String realm, String id) throws JOSEException {
        RSAKey key = new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .keyID(id)
                .algorithm(com.nimbusds.jose.JWSAlgorithm.RS256)
                .generate();
        addKey(realm, key);
        return key;
    }

    public void addKey(String realm, JWK key) {
        keys.computeIfAbsent(realm, none -> new ArrayList<>()).add(key);
    }

    public void dropKeys(String realm) {
        keys.remove(realm);
    }

    /** How often keys were asked for. */
    public int fetches() {
        return fetches.get();
    }

    public void stop() {
        if (http != null) {
            http.stop(0);
            http = null;
        }
    }

    public void start() throws IOException {
        serve(HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0));
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public String issuer(String realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm;
    }

    @Override
    public Optional<String> realmOf(String issuer) {
        String start = issuer("");
        return issuer.startsWith(start) ? Optional.of(issuer.substring(start.length())) : Optional.empty();
    }

    @Override
    public URI keys(String realm) {
        return URI.create(issuer(realm) + "/certs");
    }

    @Override
    public Tokens login(String realm, String username, String password) {
        note("login " + realm + " " + username);
        if (!password.equals(passwords.get(realm + "/" + username))) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Wrong user name or password");
        }
        return new Tokens("access", refreshToken, 300);
    }

    @Override
    public Tokens refresh(String realm, String refreshToken) {
        note("refresh " + realm);
        return new Tokens("access", "refresh", 300);
    }

    @Override
    public void logout(String realm, String refreshToken) {
        note("logout " + realm);
    }

    @Override
    public Created createUser(String realm, UserState wanted, @Nullable String password) {
        note("create " + realm + " " + wanted.email() + (wanted.admin() ? " admin" : ""));
        UUID id = UUID.nameUUIDFromBytes((realm + wanted.email() + generation).getBytes(UTF_8));
        Optional<UUID> present = findUser(realm, wanted.email());
        if (present.isPresent()) {
            return new Created(present.get(), false);
        }
        accounts.put(realm + "/" + id, wanted);
        setPasswordOf(realm, wanted.email(), password);
        return new Created(id, true);
    }

    /** The user with this address. */
    public Optional<UUID> findUser(String realm, String email) {
        return accounts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(realm + "/")
                        && entry.getValue().email().equals(email))
                .map(entry -> UUID.fromString(entry.getKey().substring(realm.length() + 1)))
                .findFirst();
    }

    @Override
    public void updateUser(String realm, UUID user, UserState wanted) {
        note("update " + realm + " " + wanted.email() + (wanted.enabled() ? "" : " disabled"));
        if (refused.contains(wanted.email())) {
            throw PlexicaException.conflict("user-taken", "the identity server knows another user by this address");
        }
        if (accounts.replace(realm + "/" + user, wanted) == null) {
            throw PlexicaException.notFound("The identity server does not know this user");
        }
    }

    @Override
    public void setPassword(String realm, UUID user, String password) {
        beforePassword.run();
        note("password " + realm);
        UserState account = accounts.get(realm + "/" + user);
        if (account == null) {
            throw PlexicaException.notFound("The identity server does not know this user");
        }
        setPasswordOf(realm, account.email(), password);
    }

    @Override
    public void endSessions(String realm, UUID user) {
        note("end sessions " + realm);
    }

    @Override
    public void deleteUser(String realm, UUID user) {
        note("delete " + realm);
        UserState account = accounts.remove(realm + "/" + user);
        if (account != null) {
            passwords.remove(realm + "/" + account.email());
            generation++;
        }
    }

    /** What the server knows of somebody; null for nobody. */
    public @Nullable UserState account(String realm, UUID user) {
        return accounts.get(realm + "/" + user);
    }

    private void setPasswordOf(String realm, String email, @Nullable String password) {
        if (password != null) {
            passwords.put(realm + "/" + email, password);
        }
    }

    @Override
    public void setEnabled(String realm, boolean enabled) {
        note("enable " + realm + " " + enabled);
    }

    private void note(String call) {
        if (down) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The identity server does not answer");
        }
        calls.add(call);
    }

    private void serve(HttpServer server) {
        server.createContext("/", this::answer);
        server.start();
        http = server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        String realm = exchange.getRequestURI().getPath().split("/")[2];
        List<JWK> known = keys.get(realm);
        byte[] body = known == null
                ? "{}".getBytes(UTF_8)
                : new JWKSet(known).toPublicJWKSet().toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(known == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
