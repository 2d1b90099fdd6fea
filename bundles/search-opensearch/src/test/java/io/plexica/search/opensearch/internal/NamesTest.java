package io.plexica.search.opensearch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.search.IndexRef;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final Names NAMES = new Names("plexica");

    @Test
    void a_name_says_tenant_plugin_and_generation() {
        IndexRef index = new IndexRef("big-corp", "my-crm", 12);
        assertThat(NAMES.of(index)).isEqualTo("plexica_big-corp__my-crm__12");
        assertThat(NAMES.read("plexica_big-corp__my-crm__12")).contains(index);
        assertThat(NAMES.of(index)).startsWith(NAMES.ofTenant("big-corp"));
    }

    @Test
    void names_of_others_are_left_alone() {
        assertThat(NAMES.read("logs")).isEmpty();
        assertThat(NAMES.read("plexica_acme")).isEmpty();
        assertThat(NAMES.read("plexica_acme__crm__x")).isEmpty();
        assertThat(NAMES.read("plexica_acme__crm__1__2")).isEmpty();
        assertThat(NAMES.read("plexicax_acme__crm__1")).isEmpty();
    }
}
