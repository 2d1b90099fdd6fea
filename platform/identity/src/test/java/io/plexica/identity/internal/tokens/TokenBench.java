package io.plexica.identity.internal.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.management.ManagementFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What a token costs beside a bare RS256 verification by the JDK, in CPU of the calling thread, by turns in one run. Run it
 * with the main method; it needs the fixture's database.
 */
public final class TokenBench {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 61;
    private static final int TOKENS = 400;
    private static final int REPEATS = 50;

    private final TokenFixture fixture;
    private final PublicKey key;
    private final String user = UUID.randomUUID().toString();
    private long believed;

    private TokenBench(TokenFixture fixture) throws Exception {
        this.fixture = fixture;
        this.key = fixture.key.toPublicKey();
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        try (TokenFixture fixture = new TokenFixture()) {
            new TokenBench(fixture).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        double[] first = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] warm = new double[ROUNDS];
        List<String> tokens = sign();
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            RealmTokenAuthenticator forgetful = fixture.node.another(fixture.signals, fixture.settings);
            double withoutUs = bare(tokens);
            double withUs = authenticate(forgetful, tokens, 1);
            double again =
                    authenticate(forgetful, tokens.stream().map(String::new).toList(), REPEATS);
            if (i >= 0) {
                bare[i] = withoutUs;
                first[i] = withUs;
                warm[i] = again;
            }
        }
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, i -> first[i] / bare[i]);
        print("bare RS256 verification by the JDK, µs", bare);
        print("first sight of a token, µs", first);
        print("first sight ÷ bare", ratios);
        print("token seen before, µs", warm);
        System.out.println(believed + " tokens believed");
    }

    private List<String> sign() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            tokens.add(fixture.token()
                    .claim("sub", user)
                    .claim("realm_access", Map.of("roles", List.of("user", "tenant_admin")))
                    .claim("scope", "openid email profile")
                    .claim("azp", "plexica-web")
                    .claim("acr", "1")
                    .claim("email_verified", true)
                    .claim("preferred_username", "ada@acme.test")
                    .claim("name", "Ada Lovelace")
                    .sign());
        }
        return tokens;
    }

    private double bare(List<String> tokens) throws Exception {
        List<byte[][]> parts = new ArrayList<>();
        for (String token : tokens) {
            int end = token.lastIndexOf('.');
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(end + 1));
            parts.add(new byte[][] {token.substring(0, end).getBytes(US_ASCII), signature});
        }
        long begin = cpu();
        for (byte[][] part : parts) {
            Signature verification = Signature.getInstance("SHA256withRSA");
            verification.initVerify(key);
            verification.update(part[0]);
            believed += verification.verify(part[1]) ? 1 : 0;
        }
        return (cpu() - begin) / 1e3 / tokens.size();
    }

    private double authenticate(RealmTokenAuthenticator authenticator, List<String> tokens, int times) {
        long begin = cpu();
        for (int i = 0; i < times; i++) {
            for (String token : tokens) {
                believed += authenticator.authenticate(token).tenant() == null ? 0 : 1;
            }
        }
        return (cpu() - begin) / 1e3 / tokens.size() / times;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-42s %7.2f (%.2f–%.2f)%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length / 4],
                sorted[sorted.length * 3 / 4]);
    }
}
