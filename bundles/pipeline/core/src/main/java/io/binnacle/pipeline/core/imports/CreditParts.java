package io.binnacle.pipeline.core.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.binnacle.pipeline.api.Attachment.Credit;
import io.binnacle.pipeline.api.ExternalRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The parts of credit in some rows: nobody has two of a kind, and the revenue of a deal is shared wholly. */
final class CreditParts {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final String PERCENT = "percent";

    private record Part(Contribution row, Credit credit) {}

    private CreditParts() {}

    static void refuseBroken(List<Contribution> accepted) {
        List<Part> parts = new ArrayList<>();
        for (Contribution row : accepted) {
            row.attachments().stream()
                    .filter(Credit.class::isInstance)
                    .map(Credit.class::cast)
                    .forEach(credit -> parts.add(new Part(row, credit)));
        }
        parts.stream()
                .collect(groupingBy(part -> part.credit().deal(), LinkedHashMap::new, toList()))
                .forEach(CreditParts::refuse);
    }

    private static void refuse(ExternalRef deal, List<Part> parts) {
        Set<List<Object>> seen = new HashSet<>();
        for (Part part : parts) {
            if (!seen.add(List.of(part.credit().node(), part.credit().kind()))) {
                part.row().row().error("owner", "TWICE", "has a part of this credit further up; make them one");
            }
        }
        List<Part> revenue = parts.stream()
                .filter(part -> part.credit().kind() == Credit.Kind.REVENUE)
                .toList();
        BigDecimal sum = revenue.stream()
                .filter(part -> part.row().isAccepted())
                .map(part -> part.credit().percent())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!revenue.isEmpty() && sum.compareTo(WHOLE) != 0) {
            String detail = "the revenue shares of " + deal.id() + " sum to " + sum.toPlainString()
                    + ", not to exactly 100; none of them comes in";
            revenue.forEach(part -> part.row().row().error(PERCENT, "NOT_100", detail));
        }
    }
}
