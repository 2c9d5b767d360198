package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.imports.mapping.ShippedMappings;
import io.binnacle.platform.testkit.contract.ImportFormatContract;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Each format of Salesforce, Dynamics 365 and HubSpot does what a format promises. */
class ShippedMappingsTest {

    private static final Map<String, String> DEAL = Map.ofEntries(
            Map.entry("id", "A1"),
            Map.entry("name", "A deal"),
            Map.entry("stage", "Propose"),
            Map.entry("closeDate", "2026-12-01"),
            Map.entry("created", "2026-01-05"),
            Map.entry("amount", "100"),
            Map.entry("owner", "ann"),
            Map.entry("ownerName", "Ann"));

    private static Map<String, String> deal(String field, String value) {
        Map<String, String> row = new HashMap<>(DEAL);
        row.put(field, value);
        return row;
    }

    abstract static class Shipped extends ImportFormatContract {

        private final String name;
        private final Map<String, String> row;

        Shipped(String name, Map<String, String> row) {
            this.name = name;
            this.row = row;
        }

        @Override
        protected ImportFormat format() {
            return ShippedMappings.formats().stream()
                    .filter(format -> format.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        protected Map<String, String> goodRow() {
            return row;
        }
    }

    @Nested
    class SalesforceOpportunities extends Shipped {
        SalesforceOpportunities() {
            super("salesforce opportunities", deal("category", "Pipeline"));
        }
    }

    @Nested
    class SalesforceReport extends Shipped {
        SalesforceReport() {
            super("salesforce opportunity report", deal("status", "Propose"));
        }
    }

    @Nested
    class SalesforceHistory extends Shipped {
        SalesforceHistory() {
            super(
                    "salesforce opportunity history",
                    Map.of("deal", "A1", "at", "2026-02-01", "stage", "Propose", "amount", "100"));
        }
    }

    @Nested
    class SalesforceFieldHistory extends Shipped {
        SalesforceFieldHistory() {
            super(
                    "salesforce opportunity field history",
                    Map.of(
                            "deal",
                            "A1",
                            "at",
                            "2026-02-01",
                            "field",
                            "StageName",
                            "before",
                            "Qualify",
                            "after",
                            "Propose"));
        }
    }

    @Nested
    class SalesforceAccounts extends Shipped {
        SalesforceAccounts() {
            super("salesforce accounts", Map.of("id", "1", "name", "Acme"));
        }
    }

    @Nested
    class SalesforceContacts extends Shipped {
        SalesforceContacts() {
            super("salesforce contacts", Map.of("id", "1", "name", "Doe", "account", "A1"));
        }
    }

    @Nested
    class DynamicsContacts extends Shipped {
        DynamicsContacts() {
            super("dynamics contacts", Map.of("id", "1", "name", "Jo Doe"));
        }
    }

    @Nested
    class SalesforceUsers extends Shipped {
        SalesforceUsers() {
            super("salesforce users", Map.of("id", "1", "name", "Ann"));
        }
    }

    @Nested
    class SalesforceProducts extends Shipped {
        SalesforceProducts() {
            super("salesforce products", Map.of("id", "1", "name", "GTX"));
        }
    }

    @Nested
    class SalesforceTeamMembers extends Shipped {
        SalesforceTeamMembers() {
            super(
                    "salesforce opportunity team members",
                    Map.of("id", "1", "deal", "A1", "member", "U1", "role", "Executive Sponsor", "unit", "x"));
        }
    }

    @Nested
    class SalesforceSplits extends Shipped {
        SalesforceSplits() {
            super(
                    "salesforce opportunity splits",
                    Map.of("deal", "A1", "owner", "U1", "percent", "100", "kind", "Revenue"));
        }
    }

    @Nested
    class SalesforceQuotas extends Shipped {
        SalesforceQuotas() {
            super("salesforce forecasting quotas", Map.of("owner", "U1", "start", "2026-01-01", "amount", "100"));
        }
    }

    @Nested
    class SalesforceLineItems extends Shipped {
        SalesforceLineItems() {
            super(
                    "salesforce opportunity line items",
                    Map.of("id", "1", "deal", "A1", "quantity", "2", "price", "5", "total", "10"));
        }
    }

    @Nested
    class SalesforceTasks extends Shipped {
        SalesforceTasks() {
            super("salesforce tasks", Map.of("id", "1", "deal", "006A", "day", "2026-02-01", "status", "Completed"));
        }
    }

    @Nested
    class DynamicsOpportunityProducts extends Shipped {
        DynamicsOpportunityProducts() {
            super(
                    "dynamics opportunity products",
                    Map.of("id", "1", "deal", "A1", "quantity", "2", "price", "5", "total", "10"));
        }
    }

    @Nested
    class DynamicsConnections extends Shipped {
        DynamicsConnections() {
            super(
                    "dynamics connections",
                    Map.of("id", "1", "deal", "A1", "dealKind", "3", "member", "U1", "memberKind", "8", "role", "x"));
        }
    }

    @Nested
    class DynamicsOpportunities extends Shipped {
        DynamicsOpportunities() {
            super("dynamics opportunities", deal("status", "1"));
        }
    }

    @Nested
    class DynamicsGrid extends Shipped {
        DynamicsGrid() {
            super("dynamics opportunity grid", deal("status", "In Progress"));
        }
    }

    @Nested
    class DynamicsCloses extends Shipped {
        DynamicsCloses() {
            super("dynamics opportunity closes", Map.of("deal", "A1", "at", "2026-02-01", "status", "5"));
        }
    }

    @Nested
    class DynamicsAudit extends Shipped {
        DynamicsAudit() {
            super(
                    "dynamics audit",
                    Map.of("deal", "A1", "at", "2026-02-01", "field", "statuscode", "before", "1", "after", "3"));
        }
    }

    @Nested
    class DynamicsAccounts extends Shipped {
        DynamicsAccounts() {
            super("dynamics accounts", Map.of("id", "1", "name", "Acme"));
        }
    }

    @Nested
    class HubspotDeals extends Shipped {
        HubspotDeals() {
            super("hubspot deals", deal("status", "appointmentscheduled"));
        }
    }
}
