package io.plexica.plugins.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.analytics.internal.CrmFigures.Stage;
import io.plexica.plugins.crm.api.CrmStatistics;
import io.plexica.plugins.crm.api.DealFigures;
import io.plexica.testkit.TestServices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SummaryResourceTest {

    private static final DealFigures DEALS = new DealFigures(
            3,
            List.of(
                    new DealFigures.Stage("NEW", 1, Map.of()),
                    new DealFigures.Stage("WON", 2, Map.of("EUR", new BigDecimal("150.50")))));

    @Test
    void itTellsWhatTheCrmKnows() {
        CrmFigures crm = asking(() -> DEALS).summary().crm();

        assertThat(crm.available()).isTrue();
        assertThat(crm.contacts()).isEqualTo(7);
        assertThat(crm.deals()).isEqualTo(3);
        assertThat(crm.stages())
                .containsExactly(
                        new Stage("NEW", 1, Map.of()), new Stage("WON", 2, Map.of("EUR", new BigDecimal("150.50"))));
    }

    @Test
    void itWorksWithoutACrm() {
        assertThat(new SummaryResource(TestServices.none()).summary().crm()).isEqualTo(CrmFigures.NONE);
    }

    @Test
    void aCrmThatLeavesMeanwhileIsNone() {
        SummaryResource resource = asking(() -> {
            throw new PlexicaException(ErrorCode.PLUGIN_UNAVAILABLE, "It has left");
        });

        assertThat(resource.summary().crm()).isEqualTo(CrmFigures.NONE);
    }

    @Test
    void whoMayNotSeeDealsIsToldSo() {
        SummaryResource resource = asking(() -> {
            throw new PlexicaException(ErrorCode.PERMISSION_DENIED, "You need the permission crm:deals:read");
        });

        assertThatThrownBy(resource::summary)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));
    }

    private static SummaryResource asking(Supplier<DealFigures> deals) {
        return new SummaryResource(TestServices.none().with(CrmStatistics.class, new CrmStatistics() {
            @Override
            public long contacts() {
                return 7;
            }

            @Override
            public DealFigures deals() {
                return deals.get();
            }
        }));
    }
}
