package io.binnacle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.PipelineBatch.TargetRecord;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.simulator.Simulator;
import io.binnacle.platform.simulator.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DemoPipelineTest {

    private static final World WORLD = Simulator.seeded(7).until(LocalDate.of(2026, 11, 23));

    @Test
    void everything_that_was_simulated_is_brought_in() {
        PipelineBatch batch = batch(Month.JANUARY);

        assertThat(batch.nodes()).hasSize(18);
        assertThat(batch.accounts()).hasSameSizeAs(WORLD.customers());
        assertThat(batch.products()).hasSize(8);
        assertThat(batch.deals()).hasSameSizeAs(WORLD.deals());
        assertThat(batch.targets()).hasSameSizeAs(WORLD.quotas());
    }

    @Test
    void a_deal_keeps_its_facts() {
        var simulated = WORLD.deals().get(0).latest();
        var history = batch(Month.JANUARY).deals().get(0).states();
        DealState state = history.get(history.size() - 1);

        assertThat(state.validTime()).isEqualTo(simulated.at());
        assertThat(state.status().name()).isEqualTo(simulated.status().name());
        assertThat(state.owner()).contains(DemoRefs.seat(simulated.owner()));
        assertThat(state.amount().map(money -> money.amount()))
                .isEqualTo(simulated.amount().map(BigDecimal::valueOf));
        assertThat(state.amount().map(money -> money.currency())).contains("EUR");
    }

    @Test
    void stages_are_words() {
        assertThat(batch(Month.JANUARY).deals())
                .flatExtracting(deal -> deal.states())
                .extracting(DealState::stage)
                .containsOnly("Qualify", "Develop", "Propose", "Negotiate", "Closed");
    }

    @Test
    void quotas_count_for_the_tenants_fiscal_quarters() {
        assertThat(batch(Month.JANUARY).targets())
                .extracting(TargetRecord::quarter)
                .contains("2026-Q4");
        assertThat(batch(Month.JULY).targets().get(0).quarter()).isEqualTo("2024-Q2");
    }

    private static PipelineBatch batch(Month firstMonth) {
        return new DemoPipeline(new FiscalCalendar(firstMonth, ZoneOffset.UTC)).batch(WORLD);
    }
}
