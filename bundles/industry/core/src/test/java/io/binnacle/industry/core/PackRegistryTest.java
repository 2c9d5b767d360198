package io.binnacle.industry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.industry.api.Benchmark;
import io.binnacle.industry.api.Estimate;
import io.binnacle.industry.api.IndustryPack;
import io.binnacle.industry.api.PackContent;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.plugin.PluginContent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class PackRegistryTest {

    private final List<String> published = new ArrayList<>();
    private final PackRegistry registry = new PackRegistry(this::publish);

    @Test
    void the_higher_version_wins_and_the_lower_comes_back_when_it_goes() {
        IndustryPack first = Packs.service("First");
        IndustryPack second = Packs.service("Second");
        registry.addPack("acme.mining", new Version("1.10.0"), second);
        registry.addPack("acme.mining", new Version("1.9.0"), first);
        assertThat(registry.packs()).extracting(PackContent::name).containsExactly("Second");

        registry.removePack(second);
        assertThat(registry.packs()).extracting(PackContent::name).containsExactly("First");

        registry.removePack(first);
        assertThat(registry.packs()).isEmpty();
        assertThat(published).containsExactly("+Second", "+First", "-Second", "-First");
    }

    @Test
    void a_pack_of_files_alone_is_as_good_as_one_with_code() {
        PluginContent files =
                files("1.0.0", Map.of("industry-pack.json", Packs.pack("Files"), "golden.json", Packs.golden("2500")));
        registry.addContent(files);
        assertThat(registry.find("mining")).map(PackContent::name).contains("Files");

        registry.removeContent(files);
        assertThat(registry.find("mining")).isEmpty();
    }

    @Test
    void content_without_a_pack_is_of_no_interest() {
        registry.addContent(files("1.0.0", Map.of("other.json", Packs.golden("1"))));

        assertThat(registry.all()).isEmpty();
    }

    @Test
    void a_pack_whose_golden_test_fails_is_refused_by_its_name_and_the_last_one_stays() {
        registry.addPack("acme.mining", new Version("1.0.0"), Packs.service("Good"));
        registry.addContent(
                files("2.0.0", Map.of("industry-pack.json", Packs.pack("Wrong"), "golden.json", Packs.golden("2501"))));

        assertThat(registry.packs()).extracting(PackContent::name).containsExactly("Good");
        assertThat(registry.refusals("acme.mining", "2.0.0"))
                .containsExactly("the golden test 'a thousand tonnes' expects value 2501, but it is 2500");
        assertThat(registry.refusals("acme.mining", "1.0.0")).isEmpty();
        assertThat(registry.refusals("acme.fishing", "2.0.0")).isEmpty();
    }

    @Test
    void a_pack_without_golden_tests_or_with_a_fault_is_refused() {
        registry.addContent(files("1.0.0", Map.of("industry-pack.json", Packs.pack("Untested"))));
        assertThat(registry.all().get(0).problems()).singleElement().asString().startsWith("golden.json");

        JsonNode faulty = Packs.pack("Faulty").put("version", "one");
        registry.addContent(files("2.0.0", Map.of("industry-pack.json", faulty, "golden.json", Packs.golden("2500"))));
        assertThat(registry.all())
                .filteredOn(arrival -> arrival.content().isPresent())
                .flatExtracting(Arrival::problems)
                .contains("/version 'one' is not like 1.2.0");
        assertThat(registry.packs()).isEmpty();
    }

    @Test
    void code_that_throws_is_refused_with_what_it_said() {
        registry.addPack("acme.mining", new Version("1.0.0"), new IndustryPack() {
            @Override
            public PackContent content() {
                throw new IllegalStateException("no file");
            }

            @Override
            public io.binnacle.industry.api.GoldenTests golden() {
                throw new IllegalStateException("not asked");
            }
        });

        assertThat(registry.all()).singleElement().satisfies(arrival -> assertThat(arrival.problems())
                .containsExactly("no file"));
    }

    @Test
    void benchmarks_are_found_by_their_metric() {
        registry.addPack("acme.mining", new Version("1.0.0"), Packs.service("Good"));

        assertThat(registry.benchmarks("mining", Optional.of("net-margin")))
                .extracting(Benchmark::mean)
                .containsExactly(Optional.of(new BigDecimal("7.5")));
        assertThat(registry.benchmarks("mining", Optional.empty())).hasSize(2);
        assertThatThrownBy(() -> registry.benchmarks("fishing", Optional.empty()))
                .isInstanceOf(PlatformException.class)
                .hasMessage("no pack of the industry 'fishing' is in use; there are [mining]");
    }

    @Test
    void levers_are_worked_out_and_unknown_ones_named() {
        registry.addPack("acme.mining", new Version("1.0.0"), Packs.service("Good"));
        Map<String, Estimate> variables = Map.of(
                "tonnes", Estimate.exactly(new BigDecimal(200)), "saved", Estimate.exactly(new BigDecimal("1.5")));

        assertThat(registry.evaluate("mining", "cheaper", variables, Optional.of("AUD"))
                        .sentence())
                .isEqualTo("That is 300 AUD a year.");
        assertThatThrownBy(() -> registry.evaluate("mining", "dearer", variables, Optional.empty()))
                .hasMessage("mining has no lever 'dearer'; it has [cheaper]");
    }

    private static PluginContent files(String version, Map<String, JsonNode> files) {
        return Packs.files("acme.mining", version, files);
    }

    private Runnable publish(PackContent content) {
        published.add("+" + content.name());
        return () -> published.add("-" + content.name());
    }
}
