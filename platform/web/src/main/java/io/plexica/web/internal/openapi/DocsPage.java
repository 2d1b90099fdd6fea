package io.plexica.web.internal.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.servlet.http.HttpServletResponse;

/** A page to read the description by, all in one piece: it loads nothing but the description. */
public final class DocsPage {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PAGE = load();

    private DocsPage() {}

    /** Writes the page; only its own script and style run, marked by a word made up for this answer. */
    public static void write(HttpServletResponse response) throws IOException {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce
                        + "'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        byte[] page = PAGE.replace("{{nonce}}", nonce).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static String load() {
        try (InputStream page = DocsPage.class.getResourceAsStream("docs.html")) {
            if (page == null) {
                throw new IllegalStateException("The page of the API's description is missing in the bundle");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
