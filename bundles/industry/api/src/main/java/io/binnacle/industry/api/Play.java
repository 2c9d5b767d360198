package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A way of working that has proved itself.
 *
 * @param trigger when to begin
 * @param exit when it is over
 */
public record Play(
        @JsonProperty(required = true) String key,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String trigger,
        List<Step> steps,
        @JsonProperty(required = true) String exit) {

    public Play {
        steps = Lists.whole(steps);
    }

    /** @param role who does it */
    public record Step(
            @JsonProperty(required = true) String role,
            @JsonProperty(required = true) String action) {}
}
