package io.binnacle.pipeline.api.stages;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What has to hold before a deal leaves a stage for a later one.
 *
 * @param name unique in its pipeline; evidence is given under it
 * @param rule the id of the {@link StageRule} that judges it
 * @param with what the rule is to look at, in the rule's own words
 */
public record ExitCriterion(String name, String rule, Map<String, String> with) {

    public ExitCriterion {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rule, "rule");
        with = with == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(with));
    }
}
