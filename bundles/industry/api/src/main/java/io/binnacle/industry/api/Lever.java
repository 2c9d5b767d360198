package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be done for a customer and what it is worth, as a formula of the customer's own numbers.
 *
 * @param driver the key of the KPI that it moves
 * @param formula over the variables, see {@link Formula}
 * @param unit of the result; {@code money} is that of the inputs
 * @param sentence what to say to an executive, with {@code {value}}, {@code {low}}, {@code {high}}, {@code {currency}}
 *     and the names of variables in braces
 */
public record Lever(
        @JsonProperty(required = true) String key,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String driver,
        @JsonProperty(required = true) String formula,
        @JsonProperty(required = true) String unit,
        List<Variable> variables,
        @JsonProperty(required = true) String sentence) {

    public Lever {
        variables = Lists.whole(variables);
    }

    /**
     * A number that the formula needs.
     *
     * @param name as in the formula
     * @param typical where it usually lies, when that can be cited; else the customer has to say it
     */
    public record Variable(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String description,
            @JsonProperty(required = true) String unit,
            Optional<TypicalRange> typical) {}
}
