package io.plexica.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.storage.ObjectStorage.Method;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final URI BASE = URI.create("https://plexica.example");

    private final LinkKey key = new LinkKey(new FixedSecrets(Optional.of("a-key-of-the-platform-for-tests")));
    private final Links links = new Links(key, BASE, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aLinkIsGoodForWhatItWasMadeForAlone() {
        String path = "in voices/é+1.pdf";
        URI link = links.make("acme", "crm", path, Duration.ofMinutes(5), Method.GET);
        long expires = NOW.plusSeconds(300).getEpochSecond();
        String signature = link.getQuery().replaceFirst(".*signature=", "");

        assertThat(link.toASCIIString())
                .startsWith("https://plexica.example/t/acme/api/v1/files/crm/in%20voices/%C3%A9%2B1.pdf?expires="
                        + expires);
        assertThat(links.isGood("acme", "crm", path, expires, signature, Method.GET))
                .isTrue();
        assertThat(links.isGood("globex", "crm", path, expires, signature, Method.GET))
                .isFalse();
        assertThat(links.isGood("acme", "crmx", path, expires, signature, Method.GET))
                .isFalse();
        assertThat(links.isGood("acme", "crm", path + "x", expires, signature, Method.GET))
                .isFalse();
        assertThat(links.isGood("acme", "crm", path, expires + 1, signature, Method.GET))
                .isFalse();
        assertThat(links.isGood("acme", "crm", path, expires, signature, Method.PUT))
                .isFalse();
        assertThat(links.isGood("acme", "crm", path, expires, "é", Method.GET)).isFalse();
    }

    @Test
    void aLinkEnds() {
        long expires = NOW.plusSeconds(300).getEpochSecond();
        String signature = links.make("acme", "crm", "a", Duration.ofMinutes(5), Method.GET)
                .getQuery()
                .replaceFirst(".*signature=", "");
        Links later = new Links(key, BASE, Clock.fixed(NOW.plusSeconds(300), ZoneOffset.UTC));

        assertThat(later.isGood("acme", "crm", "a", expires, signature, Method.GET))
                .isFalse();
    }

    @Test
    void withoutAKeyThereAreNoLinks() {
        Links none = new Links(new LinkKey(new FixedSecrets(Optional.empty())), BASE, Clock.systemUTC());

        assertThatThrownBy(() -> none.make("acme", "crm", "a", Duration.ofMinutes(5), Method.GET))
                .hasMessageContaining("PLEXICA_ENCRYPTION_KEY");
    }
}
