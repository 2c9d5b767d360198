package io.binnacle.industry.financialservices;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.industry.api.GoldenTests;
import io.binnacle.industry.api.PackCheck;
import io.binnacle.industry.api.PackContent;
import io.binnacle.industry.api.PackFile;
import org.junit.jupiter.api.Test;

class FinancialServicesPackTest {

    private final PackContent pack =
            PackFile.content(PackFile.resource(FinancialServicesPackTest.class, "/content/" + PackFile.PACK));
    private final GoldenTests golden =
            PackFile.golden(PackFile.resource(FinancialServicesPackTest.class, "/content/" + PackFile.GOLDEN));

    @Test
    void is_in_order() {
        assertThat(PackCheck.problems(pack)).isEmpty();
    }

    @Test
    void passes_its_golden_tests() {
        assertThat(golden.failures(pack)).isEmpty();
    }

    @Test
    void says_of_each_figure_how_many_firms_and_whose() {
        assertThat(pack.benchmarks()).hasSize(21).allSatisfy(benchmark -> {
            assertThat(benchmark.n()).isGreaterThanOrEqualTo(15);
            assertThat(benchmark.source()).startsWith("Aswath Damodaran, NYU Stern School of Business");
        });
    }
}
