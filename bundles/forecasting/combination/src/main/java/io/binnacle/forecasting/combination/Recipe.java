package io.binnacle.forecasting.combination;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a combination is made of.
 *
 * @param members the ids of two or more models; one will do where the width of its intervals is given
 * @param weights with {@link Method#WEIGHTED}, and only then
 * @param width of the intervals, where it is not to be what the members say
 */
record Recipe(
        @JsonProperty(required = true) List<String> members,
        @JsonProperty(required = true) Method method,
        Optional<Weights> weights,
        Optional<Width> width) {

    private static final int MOST_MEMBERS = 20;

    /** @throws IllegalArgumentException when the parts do not fit each other */
    Recipe {
        members = List.copyOf(members);
        int fewest = width.isPresent() ? 1 : 2;
        require(
                members.size() >= fewest && members.size() <= MOST_MEMBERS,
                "a combination has " + fewest + " to " + MOST_MEMBERS + " members, not " + members.size());
        Set<String> different = new HashSet<>(members);
        require(different.size() == members.size(), "members must differ, unlike " + members);
        require(
                weights.isPresent() == (method == Method.WEIGHTED),
                "weights belong to the method weighted, which needs them: \"backtest\", or a number for each member");
        Set<String> weighed = weights.map(Weights::given).orElse(Map.of()).keySet();
        require(
                weighed.isEmpty() || weighed.equals(different),
                "every member needs a weight and nobody else: members are " + members + ", weights are for " + weighed);
    }

    Weighing weighing() {
        return switch (method) {
            case MEAN -> Weighing.MEAN;
            case MEDIAN -> Weighing.MEDIAN;
            case WEIGHTED ->
                weights.filter(chosen -> !chosen.areByBacktest())
                        .map(chosen -> Weighing.given(chosen.given()))
                        .orElse(Weighing.BACKTEST);
        };
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
