package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Everything a pack knows of an industry. {@link PackCheck} says whether it is in order.
 *
 * @param id in lower case with dashes: {@code financial-services}
 * @param version of the pack, such as {@code 1.2.0}
 * @param name for a person
 * @param accountIndustries what the industry of an account may be called in the words of sources; letters of either
 *     case are the same
 */
public record PackContent(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String version,
        @JsonProperty(required = true) String name,
        List<String> accountIndustries,
        List<IndustryCode> taxonomy,
        List<Kpi> kpis,
        List<Lever> levers,
        List<Benchmark> benchmarks,
        @JsonProperty(required = true) Template planTemplate,
        List<Play> plays,
        List<DealRule> rules,
        @JsonProperty(required = true) IndustryCalendar calendar) {

    public PackContent {
        accountIndustries = Lists.whole(accountIndustries);
        taxonomy = Lists.whole(taxonomy);
        kpis = Lists.whole(kpis);
        levers = Lists.whole(levers);
        benchmarks = Lists.whole(benchmarks);
        plays = Lists.whole(plays);
        rules = Lists.whole(rules);
    }

    /** The lever with this key. */
    public Optional<Lever> lever(String key) {
        return levers.stream().filter(lever -> lever.key().equals(key)).findFirst();
    }

    /** Whether accounts of an industry of this name are meant. */
    public boolean covers(String accountIndustry) {
        return accountIndustries.stream().anyMatch(accountIndustry.strip()::equalsIgnoreCase);
    }
}
