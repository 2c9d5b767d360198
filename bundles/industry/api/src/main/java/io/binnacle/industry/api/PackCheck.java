package io.binnacle.industry.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says what is wrong with the content of a pack, each fault in a sentence with its place. */
public final class PackCheck {

    private static final String KEY = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final PackContent pack;
    private final List<String> faults = new ArrayList<>();

    private PackCheck(PackContent pack) {
        this.pack = pack;
    }

    /** All that is wrong; empty when the pack is in order. */
    public static List<String> problems(PackContent pack) {
        PackCheck check = new PackCheck(pack);
        check.run();
        return List.copyOf(check.faults);
    }

    private void run() {
        require(pack.id().matches(KEY), "/id '%s' is not in lower case with dashes", pack.id());
        require(pack.version().matches("\\d+\\.\\d+\\.\\d+"), "/version '%s' is not like 1.2.0", pack.version());
        taxonomy();
        distinct("/kpis", kpis().map(Kpi::key).toList());
        distinct("/levers", keys(pack.levers(), Lever::key));
        distinct("/plays", keys(pack.plays(), Play::key));
        distinct("/rules", keys(pack.rules(), DealRule::id));
        faults.addAll(LeverCheck.problems(pack));
        benchmarks();
        template();
        plays();
        rules();
        calendar();
    }

    private void taxonomy() {
        require(!pack.taxonomy().isEmpty(), "/taxonomy has no code");
        for (IndustryCode code : pack.taxonomy()) {
            require(
                    code.scheme().accepts(code.code()),
                    "/taxonomy: '%s' has not the form of a code of %s",
                    code.code(),
                    code.scheme());
        }
    }

    private void benchmarks() {
        distinct(
                "/benchmarks", keys(pack.benchmarks(), benchmark -> benchmark.metric() + " of " + benchmark.segment()));
        for (Benchmark benchmark : pack.benchmarks()) {
            String place = "/benchmarks: " + benchmark.metric() + " of " + benchmark.segment();
            require(
                    benchmark.n() >= Benchmark.FEWEST,
                    "%s rests on %d firms; at least %d are needed",
                    place,
                    benchmark.n(),
                    Benchmark.FEWEST);
            require(
                    benchmark.mean().isPresent() || !benchmark.percentiles().isEmpty(),
                    "%s has neither a mean nor percentiles",
                    place);
            require(ascend(benchmark), "%s has percentiles that do not ascend between 1 and 99", place);
            require(!benchmark.source().isBlank(), "%s names no source", place);
            require(!benchmark.licence().isBlank(), "%s names no licence", place);
        }
    }

    private static boolean ascend(Benchmark benchmark) {
        BigDecimal last = null;
        for (var percentile : benchmark.percentiles().entrySet()) {
            boolean isLower = last != null && percentile.getValue().compareTo(last) < 0;
            if (percentile.getKey() < 1 || percentile.getKey() > 99 || isLower) {
                return false;
            }
            last = percentile.getValue();
        }
        return true;
    }

    private void template() {
        Template template = pack.planTemplate();
        List<String> objectives = keys(template.objectives(), Template.Objective::key);
        List<String> all = new ArrayList<>(objectives);
        all.addAll(keys(template.initiatives(), Template.Initiative::key));
        distinct("/planTemplate", all);
        require(!objectives.isEmpty(), "/planTemplate has no objective");
        template.objectives()
                .forEach(objective -> require(
                        kpis().anyMatch(kpi -> kpi.key().equals(objective.kpi())),
                        "/planTemplate: the objective %s is measured by '%s', which is no KPI of the pack",
                        objective.key(),
                        objective.kpi()));
        template.initiatives()
                .forEach(initiative -> require(
                        !initiative.objectives().isEmpty() && objectives.containsAll(initiative.objectives()),
                        "/planTemplate: the initiative %s does not serve objectives of the template alone",
                        initiative.key()));
    }

    private void plays() {
        pack.plays().forEach(play -> require(!play.steps().isEmpty(), "/plays: the play '%s' has no step", play.key()));
    }

    private void rules() {
        require(
                pack.rules().isEmpty() || !pack.accountIndustries().isEmpty(),
                "/accountIndustries is empty, so the rules would never look at a deal");
        for (DealRule rule : pack.rules()) {
            require(rule.id().matches(KEY), "/rules: the id '%s' is not in lower case with dashes", rule.id());
            require(
                    rule.severity().matches("INFO|WARNING|CRITICAL"),
                    "/rules: '%s' of %s is no severity; take INFO, WARNING or CRITICAL",
                    rule.severity(),
                    rule.id());
            require(!rule.conditions().isEmpty(), "/rules: %s has no condition", rule.id());
            require(
                    rule.conditions().stream()
                            .allMatch(condition -> condition.atLeast().isPresent()
                                    || condition.atMost().isPresent()),
                    "/rules: a condition of %s has neither atLeast nor atMost",
                    rule.id());
        }
    }

    private void calendar() {
        int month = pack.calendar().fiscalYearStart();
        require(month >= 1 && month <= 12, "/calendar/fiscalYearStart is a month from 1 to 12, not %d", month);
        pack.calendar().seasonality().ifPresent(seasonality -> {
            List<BigDecimal> shares = seasonality.shares();
            require(shares.size() == 12, "/calendar/seasonality has %d shares instead of 12", shares.size());
            require(
                    shares.stream().allMatch(share -> share.signum() >= 0),
                    "/calendar/seasonality has a share below 0");
            BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            require(
                    sum.compareTo(BigDecimal.ONE) == 0,
                    "/calendar/seasonality: the shares sum to %s instead of 1",
                    sum);
        });
    }

    private Stream<Kpi> kpis() {
        return pack.kpis().stream().flatMap(PackCheck::withDrivers);
    }

    static Stream<Kpi> withDrivers(Kpi kpi) {
        return Stream.concat(Stream.of(kpi), kpi.drivers().stream().flatMap(PackCheck::withDrivers));
    }

    private static <T> List<String> keys(List<T> items, Function<T, String> key) {
        return items.stream().map(key).toList();
    }

    private void distinct(String place, List<String> keys) {
        Set<String> seen = new HashSet<>();
        keys.stream().filter(key -> !seen.add(key)).forEach(key -> faults.add(place + " has '" + key + "' twice"));
    }

    private void require(boolean holds, String otherwise, Object... arguments) {
        if (!holds) {
            faults.add(String.format(java.util.Locale.ROOT, otherwise, arguments));
        }
    }
}
