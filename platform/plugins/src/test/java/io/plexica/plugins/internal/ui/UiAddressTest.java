package io.plexica.plugins.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.Web;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UiAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/plugins/crm/1.3.0/ui/contacts.js, 1.3.0, , ui/contacts.js",
        "/plugins/crm/1.3.0-rc.1+b.2/ui/assets/a-b_c.1.css, 1.3.0-rc.1+b.2, , ui/assets/a-b_c.1.css",
        "/plugins/crm/1.3.0-SNAPSHOT~0123456789ab/ui/x.js, 1.3.0-SNAPSHOT, 0123456789ab, ui/x.js",
        "/plugins/crm/1.3.0/icon, 1.3.0, , "
    })
    void an_address_names_version_bytes_and_file(
            String address, String version, @Nullable String bytes, @Nullable String file) {
        assertThat(UiAddress.read(address)).isEqualTo(new UiAddress(new PluginRef("crm", version), bytes, file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plugins/crm/1.3.0/ui/",
                "/plugins/crm/1.3.0/ui",
                "/plugins/crm/1.3.0/ui/../META-INF/MANIFEST.MF",
                "/plugins/crm/1.3.0/ui/a/../../b.js",
                "/plugins/crm/1.3.0/ui/./a.js",
                "/plugins/crm/1.3.0/ui/a//b.js",
                "/plugins/crm/1.3.0/ui//a.js",
                "/plugins/crm/1.3.0/ui/%2e%2e/a.js",
                "/plugins/crm/1.3.0/ui/a\\..\\b.js",
                "/plugins/crm/1.3.0/ui/a.js;x=1",
                "/plugins/crm/../ui/a.js",
                "/plugins/crm/1.3.0~x/ui/a.js",
                "/plugins/CRM/1.3.0/ui/a.js",
                "/plugins/crm/1.3.0/META-INF/a.js"
            })
    void whatever_leads_elsewhere_is_no_address(String address) {
        assertThat(UiAddress.read(address)).isNull();
    }

    @Test
    void a_plugin_can_ask_for_the_frame_and_not_out_of_it() {
        assertThat(sandboxed(null, false, false)).isTrue();
        assertThat(sandboxed(false, false, false)).isTrue();
        assertThat(sandboxed(null, true, false)).isFalse();
        assertThat(sandboxed(null, false, true)).isFalse();
        assertThat(sandboxed(true, true, true)).isTrue();
    }

    private static boolean sandboxed(@Nullable Boolean asked, boolean vouched, boolean dev) {
        return TrustedPages.isSandboxed(new Web("ui/main.js", "/x", asked, List.of()), vouched, dev);
    }
}
