package io.plexica.storage.internal;

import io.plexica.api.storage.ObjectStorage.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links that lead through the platform, each good for one object, one method and some time. Safe for all threads. */
@Component(service = Links.class)
public final class Links {

    private final LinkKey key;
    private final URI base;
    private final Clock clock;

    /** Signs with this key. */
    @Activate
    public Links(@Reference LinkKey key, @Reference StorageSettings settings) {
        this(key, settings.publicUrl(), Clock.systemUTC());
    }

    Links(LinkKey key, URI base, Clock clock) {
        this.key = key;
        this.base = base;
        this.clock = clock;
    }

    URI make(String slug, String plugin, String path, Duration timeToLive, Method method) {
        long expires = clock.instant().plus(timeToLive).getEpochSecond();
        String written = Arrays.stream(path.split("/")).map(Links::encode).collect(Collectors.joining("/"));
        return URI.create(base + "/t/" + slug + "/api/v1/files/" + plugin + "/" + written + "?expires=" + expires
                + "&signature=" + signature(slug, plugin, path, expires, method));
    }

    /** Whether a link was made here, for just this, and is still good. */
    public boolean isGood(String slug, String plugin, String path, long expires, String signature, Method method) {
        byte[] right = signature(slug, plugin, path, expires, method).getBytes(StandardCharsets.US_ASCII);
        boolean ours = MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
        return ours && clock.instant().getEpochSecond() < expires;
    }

    /** None of the parts can contain a line break. */
    private String signature(String slug, String plugin, String path, long expires, Method method) {
        String text = String.join("\n", method.name(), slug, plugin, path, Long.toString(expires));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(text));
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
