package io.binnacle.planning.core;

import io.binnacle.planning.api.PlanContent;
import io.binnacle.platform.api.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plan contents as a caller would write them. */
final class PlanSamples {

    static final PlanContent BANK = content("""
            {
              "vision": "The first bank without branches",
              "ambition": {"amount": 2000000, "currency": "EUR"},
              "objectives": [
                {"key": "O1", "statement": "Keep customers",
                 "kpi": {"name": "Churn", "unit": "%", "baseline": 12.5, "target": 5}}
              ],
              "initiatives": []
            }
            """);

    private PlanSamples() {}

    static PlanContent content(String json) {
        return Json.read(json, PlanContent.class);
    }

    static PlanContent vision(String vision) {
        return new PlanContent(vision, Optional.empty(), List.of(), List.of());
    }

    /** One objective, and one initiative that these deals pay for. */
    static PlanContent withOpportunities(UUID... opportunities) {
        var objective = new PlanContent.Objective(
                "O1", "Pay in a second", Optional.empty(), Optional.empty(), Optional.empty());
        var initiative = new PlanContent.Initiative(
                "I1", "Instant payments", List.of("O1"), Optional.of("Kim"), List.of(opportunities));
        return new PlanContent("Pay anywhere", Optional.empty(), List.of(objective), List.of(initiative));
    }

    static PlanContent withExecutiveOwner(UUID owner) {
        var objective = new PlanContent.Objective(
                "O1", "Pay in a second", Optional.empty(), Optional.of(owner), Optional.empty());
        return new PlanContent("Pay anywhere", Optional.empty(), List.of(objective), List.of());
    }
}
