package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.platform.api.error.PlatformException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must come out of a pack, worked out independently of it. Run whenever the pack arrives; a pack that fails one is
 * refused.
 */
public record GoldenTests(List<LeverTest> levers, List<BenchmarkTest> benchmarks) {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    public GoldenTests {
        levers = Lists.whole(levers);
        benchmarks = Lists.whole(benchmarks);
    }

    /** What does not come out as it should, one sentence each. */
    public List<String> failures(PackContent pack) {
        Stream<String> untested = pack.levers().stream()
                .map(Lever::key)
                .filter(key -> levers.stream().noneMatch(test -> test.lever().equals(key)))
                .map(key -> "the lever '" + key + "' has no golden test");
        return Stream.of(
                        untested,
                        levers.stream().flatMap(test -> test.failure(pack).stream()),
                        benchmarks.stream().flatMap(test -> test.failure(pack).stream()))
                .flatMap(failures -> failures)
                .toList();
    }

    private static boolean equal(BigDecimal expected, BigDecimal actual) {
        BigDecimal allowed = expected.abs().max(BigDecimal.ONE).multiply(TOLERANCE);
        return expected.subtract(actual).abs().compareTo(allowed) <= 0;
    }

    /** A lever with its inputs and what is to come out. */
    public record LeverTest(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String lever,
            Map<String, BigDecimal> variables,
            @JsonProperty(required = true) BigDecimal value,
            Optional<BigDecimal> low,
            Optional<BigDecimal> high) {

        public LeverTest {
            variables = variables == null ? Map.of() : Map.copyOf(variables);
        }

        private Optional<String> failure(PackContent pack) {
            try {
                return pack.lever(lever)
                        .map(this::compare)
                        .orElseGet(() -> Optional.of("tests a lever '" + lever + "' that the pack does not have"))
                        .map(what -> "the golden test '" + name + "' " + what);
            } catch (PlatformException | IllegalArgumentException e) {
                return Optional.of("the golden test '" + name + "' cannot run: " + e.getMessage());
            }
        }

        private Optional<String> compare(Lever tested) {
            Map<String, Estimate> inputs = variables.entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            Map.Entry::getKey, variable -> Estimate.exactly(variable.getValue())));
            LeverValue actual = LeverMath.evaluate(tested, inputs, Optional.of("XXX"));
            return Stream.of(
                            differs("value", Optional.of(value), actual.value()),
                            differs("low", low, actual.low()),
                            differs("high", high, actual.high()))
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        private static String differs(String what, Optional<BigDecimal> expected, BigDecimal actual) {
            return expected.filter(number -> !equal(number, actual))
                    .map(number -> "expects " + what + " " + number + ", but it is " + actual)
                    .orElse(null);
        }
    }

    /** A benchmark as its source has it. */
    public record BenchmarkTest(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String metric,
            @JsonProperty(required = true) String segment,
            @JsonProperty(required = true) int n,
            @JsonProperty(required = true) BigDecimal mean) {

        private Optional<String> failure(PackContent pack) {
            boolean found = pack.benchmarks().stream()
                    .filter(benchmark -> benchmark.metric().equals(metric)
                            && benchmark.segment().equals(segment))
                    .anyMatch(benchmark -> benchmark.n() == n
                            && benchmark
                                    .mean()
                                    .filter(actual -> equal(mean, actual))
                                    .isPresent());
            return found
                    ? Optional.empty()
                    : Optional.of("the golden test '" + name + "' finds no benchmark " + metric + " of " + segment
                            + " with mean " + mean + " over " + n + " firms");
        }
    }
}
