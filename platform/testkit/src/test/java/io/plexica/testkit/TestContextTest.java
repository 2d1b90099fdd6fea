package io.plexica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestContextTest {

    @ParameterizedTest
    @CsvSource({
        "crm:contacts:read, crm:contacts:read, true",
        "crm:contacts:read, crm:contacts:write, false",
        "crm:*, crm:contacts:read, true",
        "crm:contacts:*, crm:contacts:read, true",
        "crm:contacts:*, crm:deals:read, false",
        "crm:*:read, crm:deals:read, true",
        "crm:*:read, crm:deals:write, false",
        "crm:*, crmx:contacts:read, false",
        "crm, crm:contacts:read, false",
        "*, crm:contacts:read, true"
    })
    void wildcardsStandForWholeSegments(String granted, String key, boolean covered) {
        assertThat(TestContext.inTenant("acme").withPermissions(granted).hasPermission(key))
                .isEqualTo(covered);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> TestContext.inTenant("acme").requirePermission("crm:contacts:read"))
                .isInstanceOfSatisfying(PlexicaException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
                    assertThat(refusal.extensions()).containsKey("requiredPermissions");
                });
    }

    @Test
    void theSameNamesAreTheSamePeople() {
        assertThat(TestContext.inTenant("acme").user())
                .isEqualTo(TestContext.inTenant("acme").withRoles("admin").user());
        assertThat(TestContext.inTenant("acme").tenant())
                .isNotEqualTo(TestContext.inTenant("globex").tenant());
    }

    @Test
    void nobodyIsNobody() {
        TestContext nobody = TestContext.inTenant("acme").withPermissions("*").withoutUser();
        assertThat(nobody.findUser()).isEmpty();
        assertThat(nobody.hasPermission("crm:contacts:read")).isFalse();
        assertThatThrownBy(nobody::user).isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> TestContext.nowhere().tenant()).isInstanceOf(PlexicaException.class);
    }

    @Test
    void aWorkspaceIsPartOfTheContext() {
        assertThat(TestContext.inTenant("acme").workspace())
                .hasValueSatisfying(workspace -> assertThat(workspace.slug()).isEqualTo("default"));
        assertThat(TestContext.inTenant("acme").outsideWorkspaces().workspace()).isEmpty();
        assertThat(TestContext.inTenant("acme").workspace())
                .isNotEqualTo(TestContext.inTenant("globex").workspace());
        assertThat(TestContext.inTenant("acme").inWorkspace("sales").workspace())
                .hasValueSatisfying(workspace -> assertThat(workspace.slug()).isEqualTo("sales"));
    }

    @Test
    void aPolicyDeniesSomeResources() {
        TestContext ann = TestContext.inTenant("acme")
                .withPermissions("crm:deals:read", "crm:contacts:read")
                .denied("crm:deals:*", resource -> resource.equals("secret"));
        assertThat(ann.dependsOnResource("crm:deals:read")).isTrue();
        assertThat(ann.dependsOnResource("crm:contacts:read")).isFalse();
        assertThat(ann.filter("crm:deals:read", List.of("open", "secret"))).containsExactly("open");
        assertThat(ann.filter("crm:contacts:read", List.of("secret"))).containsExactly("secret");
        assertThat(ann.filter("crm:deals:write", List.of("open"))).isEmpty();
        assertThatThrownBy(() -> ann.check("crm:deals:read", "secret"))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));
    }
}
