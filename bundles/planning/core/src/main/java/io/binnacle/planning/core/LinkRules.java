package io.binnacle.planning.core;

import static io.binnacle.planning.core.ContentRules.CONTENT;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanContent.Initiative;
import io.binnacle.planning.api.Stakeholder;
import io.binnacle.planning.api.Stakeholders;
import io.binnacle.platform.api.time.AsOf;
import java.util.Optional;
import java.util.UUID;

/** Where a plan's content points to: people and deals of its account. */
final class LinkRules {

    private final Accounts accounts;
    private final Opportunities opportunities;
    private final Stakeholders stakeholders;

    LinkRules(Accounts accounts, Opportunities opportunities, Stakeholders stakeholders) {
        this.accounts = accounts;
        this.opportunities = opportunities;
        this.stakeholders = stakeholders;
    }

    void check(UUID account, PlanContent content, Faults faults) {
        for (int i = 0; i < content.objectives().size(); i++) {
            String at = CONTENT + "/objectives/" + i + "/executiveOwner";
            content.objectives().get(i).executiveOwner().ifPresent(owner -> owner(at, account, owner, faults));
        }
        for (int i = 0; i < content.initiatives().size(); i++) {
            opportunities(
                    CONTENT + "/initiatives/" + i,
                    account,
                    content.initiatives().get(i),
                    faults);
        }
    }

    private void owner(String at, UUID account, UUID owner, Faults faults) {
        Optional<Stakeholder> person = stakeholders.find(owner);
        if (person.isEmpty()) {
            faults.add(at, "UNKNOWN_STAKEHOLDER", "there is no stakeholder %s", owner);
        } else if (!person.get().account().equals(account)) {
            faults.add(
                    at,
                    "OTHER_ACCOUNT",
                    "%s is at another account",
                    person.get().name());
        }
    }

    private void opportunities(String initiative, UUID account, Initiative content, Faults faults) {
        for (int i = 0; i < content.opportunities().size(); i++) {
            String at = initiative + "/opportunities/" + i;
            UUID id = content.opportunities().get(i);
            Optional<Opportunity> deal = opportunities.find(id, AsOf.LATEST);
            if (deal.isEmpty()) {
                faults.add(at, "UNKNOWN_OPPORTUNITY", "there is no opportunity %s", id);
            } else if (!deal.get().account().map(of -> isWithin(of, account)).orElse(true)) {
                faults.add(
                        at,
                        "OTHER_ACCOUNT",
                        "%s is a deal with another account",
                        deal.get().name());
            }
        }
    }

    /** Whether {@code part} is {@code whole} or stands somewhere below it. */
    private boolean isWithin(UUID part, UUID whole) {
        Optional<UUID> next = Optional.of(part);
        while (next.isPresent()) {
            if (next.get().equals(whole)) {
                return true;
            }
            next = accounts.find(next.get()).flatMap(Account::parent);
        }
        return false;
    }
}
