package io.binnacle.industry.retail;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.industry.api.PackCheck;
import org.junit.jupiter.api.Test;

class RetailPackTest {

    private final RetailPack pack = new RetailPack();

    @Test
    void is_in_order() {
        assertThat(PackCheck.problems(pack.content())).isEmpty();
    }

    @Test
    void passes_its_golden_tests() {
        assertThat(pack.golden().failures(pack.content())).isEmpty();
    }

    @Test
    void has_figures_of_five_segments_each_with_its_source() {
        assertThat(pack.content().benchmarks()).hasSize(25).allSatisfy(benchmark -> assertThat(benchmark.source())
                .startsWith(
                        "Aswath Damodaran, NYU Stern School of Business, US industry averages, January 2025, file"));
    }
}
