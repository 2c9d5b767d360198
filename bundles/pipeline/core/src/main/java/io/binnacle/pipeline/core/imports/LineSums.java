package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.Attachment.Line;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A deal that comes with lines is worth what they sum to; where its amount differs, that is said of its row. */
final class LineSums {

    private LineSums() {}

    static void compare(List<Contribution> accepted) {
        Map<ExternalRef, BigDecimal> sums = new HashMap<>();
        for (Contribution row : accepted) {
            row.attachments().forEach(attachment -> {
                if (attachment instanceof Line line && !line.removed()) {
                    sums.merge(line.deal(), line.total().amount(), BigDecimal::add);
                }
            });
        }
        if (sums.isEmpty()) {
            return;
        }
        for (Contribution row : accepted) {
            row.presents().forEach(present -> {
                BigDecimal amount = present.now().amount().map(Money::amount).orElse(BigDecimal.ZERO);
                BigDecimal sum = sums.getOrDefault(present.deal(), amount);
                if (sum.compareTo(amount) != 0) {
                    row.row()
                            .warning(
                                    "amount",
                                    "AMOUNT_DIFFERS",
                                    "its lines sum to " + sum.toPlainString() + "; both come in as they stand");
                }
            });
        }
    }
}
