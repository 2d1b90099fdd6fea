package io.plexica.plugins.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.crm.internal.AboutResource.About;
import org.junit.jupiter.api.Test;

class AboutResourceTest {

    @Test
    void itSaysWhatTheBuildSays() {
        About about = new AboutResource().about();
        assertThat(about.plugin()).isEqualTo("crm");
        assertThat(about.name()).isEqualTo("CRM");
        assertThat(about.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(about.description()).startsWith("Contacts and deals");
        assertThat(about.resources()).containsExactly("contacts", "deals");
    }
}
