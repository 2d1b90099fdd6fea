package io.plexica.storage.file.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EncodedKeyTest {

    @Test
    void aKeyBecomesAPathAndBack() {
        assertThat(EncodedKey.file(Path.of("o"), "crm/A b/é.pdf"))
                .isEqualTo(Path.of("o", "crm", "%41%20b", "%c3%a9.pdf="));
        assertThat(EncodedKey.decode("crm/%41%20b/%c3%a9.pdf")).isEqualTo("crm/A b/é.pdf");
    }

    @Test
    void whatIsTooLongForOneNameGoesOnInFolders() {
        Path path = EncodedKey.file(Path.of("o"), "Ü".repeat(100));
        String above = "";
        for (int i = 1; i < path.getNameCount() - 1; i++) {
            assertThat(path.getName(i).toString()).hasSizeLessThanOrEqualTo(201);
            above = EncodedKey.folder(above, path.getName(i).toString());
        }
        String whole = EncodedKey.file(above, path.getFileName().toString());
        assertThat(EncodedKey.decode(String.valueOf(whole))).isEqualTo("Ü".repeat(100));
    }
}
