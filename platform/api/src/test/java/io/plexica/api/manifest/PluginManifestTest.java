package io.plexica.api.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginManifestTest {

    @Test
    void aPluginNamingNoTenantsIsForEveryone() {
        assertThat(new Visibility(List.of()).isPublic()).isTrue();
        assertThat(new Visibility(List.of("acme")).isPublic()).isFalse();
    }

    @Test
    void listsAreCopiedInward() {
        List<String> roles = new ArrayList<>(List.of("member"));
        PluginManifest.Permission permission =
                new PluginManifest.Permission("crm:contacts:read", "Read", null, roles, false);
        roles.add("viewer");
        assertThat(permission.defaultRoles()).containsExactly("member");
    }
}
