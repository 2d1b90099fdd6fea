package io.plexica.plugins.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.internal.store.SealedSecret;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretBoxTest {

    private final SecretBox box = SecretBox.of("one key, long enough for it");

    @Test
    void what_was_sealed_opens_at_its_place_alone() {
        SealedSecret sealed = box.seal("acme\ncrm\n\napiKey", "s3cret");

        assertThat(box.open("acme\ncrm\n\napiKey", sealed)).contains("s3cret");
        assertThat(box.open("globex\ncrm\n\napiKey", sealed)).isEmpty();
        assertThat(box.open("acme\ncrm\n\nother", sealed)).isEmpty();
    }

    @Test
    void the_same_secret_looks_different_each_time_and_is_not_to_be_seen() {
        SealedSecret one = box.seal("place", "s3cret");
        SealedSecret other = box.seal("place", "s3cret");

        assertThat(one.text()).isNotEqualTo(other.text());
        assertThat(new String(Base64.getDecoder().decode(one.text()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cret");
        assertThat(one.toString()).doesNotContain(one.text());
    }

    @Test
    void another_key_opens_nothing_and_can_be_told() {
        SecretBox other = SecretBox.of("another key, as long as the one");
        SealedSecret sealed = box.seal("place", "s3cret");

        assertThat(other.keyId()).isNotEqualTo(box.keyId());
        assertThat(other.open("place", sealed)).isEmpty();
        assertThat(SecretBox.of("one key, long enough for it").open("place", sealed))
                .contains("s3cret");
    }

    @Test
    void what_was_tampered_with_does_not_open() {
        SealedSecret sealed = box.seal("place", "s3cret");
        byte[] bytes = Base64.getDecoder().decode(sealed.text());
        bytes[bytes.length - 1] ^= 1;

        assertThat(box.open(
                        "place",
                        new SealedSecret(sealed.keyId(), Base64.getEncoder().encodeToString(bytes))))
                .isEmpty();
        assertThat(box.open("place", new SealedSecret(sealed.keyId(), "AAAA"))).isEmpty();
    }
}
