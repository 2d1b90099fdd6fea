package io.plexica.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The page that loads an application. Pure: the same input gives the same page. */
final class IndexPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConsoleBuild build;
    private final String nonce;
    private final StringBuilder html = new StringBuilder();

    private IndexPage(ConsoleBuild build, String nonce) {
        this.build = build;
        this.nonce = nonce;
    }

    /**
     * Writes the page.
     *
     * @param boot what the application is told; null for nothing
     */
    static String html(ConsoleBuild build, String title, @Nullable BootData boot, String nonce) {
        return new IndexPage(build, nonce).write(title, boot);
    }

    private String write(String title, @Nullable BootData boot) {
        line("<!doctype html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<title>" + title + "</title>");
        line("<link rel=\"icon\" href=\"" + TextPage.ICON + "\">");
        // Before every module: none may be loaded that it does not vouch for.
        line("<script type=\"importmap\" nonce=\"" + nonce + "\">" + json(importMap()) + "</script>");
        if (boot != null) {
            line("<script type=\"application/json\" id=\"plexica-boot\" nonce=\"" + nonce + "\">" + json(boot)
                    + "</script>");
            if (boot.issuer() != null) {
                line("<link rel=\"preconnect\" href=\"" + ContentSecurityPolicy.origin(boot.issuer())
                        + "\" crossorigin>");
            }
        }
        build.css().forEach(file -> line("<link rel=\"stylesheet\" href=\"" + file + "\"" + vouched(file) + ">"));
        build.preload()
                .forEach(file -> line("<link rel=\"modulepreload\" href=\"" + file + "\"" + vouched(file) + ">"));
        line("<script type=\"module\" src=\"" + build.entry() + "\"" + vouched(build.entry()) + "></script>");
        line("</head>");
        line("<body>");
        line("<div id=\"root\"></div>");
        line("<noscript>Plexica needs JavaScript: switch it on for this address, and load the page again.</noscript>");
        line("</body>");
        line("</html>");
        return html.toString();
    }

    private Map<String, Object> importMap() {
        return new TreeMap<>(Map.of("imports", new TreeMap<>(build.imports()), "integrity", scripts()));
    }

    /** Browsers look here for modules alone. */
    private Map<String, String> scripts() {
        Map<String, String> scripts = new TreeMap<>(build.integrity());
        scripts.keySet().removeIf(file -> !file.endsWith(".js"));
        return scripts;
    }

    /** What loads from a frame of no origin does so as from anywhere else. */
    private String vouched(String file) {
        String hash = build.integrity().get(file);
        return hash == null ? " crossorigin" : " integrity=\"" + hash + "\" crossorigin";
    }

    private void line(String text) {
        html.append(text).append('\n');
    }

    /** Nothing in it can end the element that it stands in. */
    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a page says can be written", e);
        }
    }
}
