package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.ExamplePlugins;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue by https; from a machine of the own network only when that was allowed. */
class WebCatalogueIT {

    private static final String OFFERS = "/api/v1/plugin-catalogue";
    private static final String NEWEST = "{\"catalogue\":{\"id\":\"io.example.teller\"}}";

    @TempDir
    Path work;

    @Test
    void plugins_come_by_https_and_the_last_list_is_kept_for_days_without_a_network() throws Exception {
        Shelf shelf = new Shelf(work).with(ExamplePlugins.teller("1.0.0"));
        shelf.index();
        try (WebShelf web = new WebShelf(shelf.folder(), work)) {
            String catalogue = "-Dbinnacle.plugins.catalogue=" + web.address();
            try (PlatformProcess platform =
                    PlatformProcess.start(work.resolve("data"), shelf.trustedHere(), catalogue)) {
                JsonNode problem = platform.admin().get(OFFERS).json();
                assertThat(problem.path("code").asText()).isEqualTo("CATALOGUE_ADDRESS_REFUSED");
                assertThat(problem.path("detail").asText())
                        .contains("127.0.0.1, which is not on the public internet; set plugins.catalogue.private");
                platform.stop();
            }
            try (PlatformProcess platform = PlatformProcess.start(
                    work.resolve("data"),
                    shelf.trustedHere(),
                    catalogue,
                    "-Dbinnacle.plugins.catalogue.private=true",
                    "-Dbinnacle.plugins.probation.seconds=0",
                    web.trust()[0],
                    web.trust()[1])) {
                ApiClient admin = platform.admin();
                JsonNode operation = admin.outcome(admin.post("/api/v1/plugins", NEWEST));
                assertThat(operation.path("state").asText())
                        .as(operation.toString())
                        .isEqualTo("SUCCEEDED");
                assertThat(admin.get("/api/v1/examples/teller").body()).isEqualTo("1.0.0");

                web.close();
                assertThat(admin.get(OFFERS)
                                .json()
                                .path("plugins")
                                .get(0)
                                .path("newest")
                                .asText())
                        .isEqualTo("1.0.0");
            }
        }
    }
}
