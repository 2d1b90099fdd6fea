package io.plexica.storage.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.storage.StoredObject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachmentTest {

    @Test
    void theLastPartOfAPathIsTheFilesName() {
        assertThat(Attachment.disposition("in/2026/a b.pdf"))
                .isEqualTo("attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf");
        assertThat(Attachment.disposition("x\"; y=\"é*.html"))
                .isEqualTo("attachment; filename=\"x__ y____.html\"; filename*=UTF-8''x%22%3B%20y%3D%22%C3%A9%2A.html");
    }

    @Test
    void whoeverNamesItsTagHasTheObjectAlready() {
        StoredObject object = new StoredObject("a.txt", 1, "text/plain", "abc", Instant.EPOCH, Map.of());

        assertThat(Attachment.isKnown(object, "\"abc\"")).isTrue();
        assertThat(Attachment.isKnown(object, "\"other\", W/\"abc\"")).isTrue();
        assertThat(Attachment.isKnown(object, "*")).isTrue();
        assertThat(Attachment.isKnown(object, "abc")).isFalse();
        assertThat(Attachment.isKnown(object, "\"other\"")).isFalse();
        assertThat(Attachment.isKnown(object, null)).isFalse();
    }
}
