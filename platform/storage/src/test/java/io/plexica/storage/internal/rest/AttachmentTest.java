package io.plexica.storage.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentTest {

    @Test
    void theLastPartOfAPathIsTheFilesName() {
        assertThat(Attachment.disposition("in/2026/a b.pdf"))
                .isEqualTo("attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf");
        assertThat(Attachment.disposition("x\"; y=\"é*.html"))
                .isEqualTo("attachment; filename=\"x__ y____.html\"; filename*=UTF-8''x%22%3B%20y%3D%22%C3%A9%2A.html");
    }
}
