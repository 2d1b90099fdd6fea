package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DefaultWorkspacesTest extends TenancyTest {

    @Test
    void everybody_is_a_member_of_the_default_workspace() {
        node.create("acme");

        List<Membership> found =
                new DefaultWorkspaces(node.database, new SchemaReady() {}).of("acme", UUID.randomUUID());

        assertThat(found).hasSize(1);
        assertThat(found.get(0).role()).isEqualTo(io.plexica.spi.tenancy.WorkspaceRole.MEMBER);
        assertThat(found.get(0).workspace().slug()).isEqualTo("default");
        assertThat(found.get(0).workspace().name()).isEqualTo("Default");
    }
}
