package io.binnacle.industry.core;

import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;

import io.binnacle.industry.api.DealRule;
import io.binnacle.industry.api.DealRule.Condition;
import io.binnacle.industry.api.PackContent;
import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Severity;
import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A rule that a pack declares, at work. */
final class DealRuleInsight implements InsightRule {

    private final PackContent pack;
    private final DealRule rule;
    private final Accounts accounts;
    private final Opportunities opportunities;
    private final Rollups rollups;

    DealRuleInsight(PackContent pack, DealRule rule, Accounts accounts, Opportunities opportunities, Rollups rollups) {
        this.pack = pack;
        this.rule = rule;
        this.accounts = accounts;
        this.opportunities = opportunities;
        this.rollups = rollups;
    }

    @Override
    public String id() {
        return pack.id() + "-" + rule.id();
    }

    @Override
    public List<Finding> evaluate(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, rollups.calendar().zone());
        Map<UUID, String> names = accounts.all().stream()
                .filter(account -> account.industry().filter(pack::covers).isPresent())
                .collect(Collectors.toMap(Account::id, Account::name));
        return opportunities.list(OpportunityFilter.of(OPEN), AsOf.LATEST).stream()
                .flatMap(deal -> deal.account().map(names::get).stream()
                        .flatMap(account -> finding(deal, account, today, now).stream()))
                .toList();
    }

    private Optional<Finding> finding(Opportunity deal, String account, LocalDate today, Instant now) {
        List<DealFact> facts = rule.conditions().stream()
                .flatMap(condition -> fact(condition, deal, today).stream())
                .toList();
        if (facts.size() < rule.conditions().size()) {
            return Optional.empty();
        }
        String statement =
                facts.stream().flatMap(fact -> fact.words().stream()).distinct().collect(Collectors.joining(", "));
        return Optional.of(new Finding(
                "opportunity/" + deal.id(),
                Severity.valueOf(rule.severity()),
                rule.title().replace("{account}", oneLine(account)).replace("{deal}", "“" + oneLine(deal.name()) + "”"),
                List.of(new Evidence(
                        "/api/v1/pipeline/opportunities/" + deal.id(), deal.stage() + ", " + statement, now))));
    }

    private static Optional<DealFact> fact(Condition condition, Opportunity deal, LocalDate today) {
        return DealFact.of(condition.metric(), deal, today).filter(fact -> condition.holds(fact.value()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
