package io.binnacle.pipeline.core.imports.mapping;

import java.math.BigDecimal;
import java.util.Optional;

/** The seller's chance of winning: {@code percent} from 0 to 100, or {@code chance} from 0 to 1. */
final class Chances {

    private Chances() {}

    static Optional<BigDecimal> of(Values values) {
        return read(values, "percent", 2).or(() -> read(values, "chance", 0));
    }

    private static Optional<BigDecimal> read(Values values, String field, int places) {
        Optional<BigDecimal> chance = values.row().number(field).map(number -> number.movePointLeft(places)
                .stripTrailingZeros());
        if (chance.filter(value -> value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0)
                .isPresent()) {
            values.row().error(field, "NOT_A_CHANCE", "a chance lies between 0 and " + (places == 0 ? "1" : "100 %"));
        }
        return chance.map(value -> value.scale() < 0 ? value.setScale(0) : value);
    }
}
