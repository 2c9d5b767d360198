package io.binnacle.platform.gateway;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.gateway.events.EventStreamRoutes;
import io.binnacle.platform.testkit.TestDatabase;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class BuiltInRoutesTest extends RouteModuleContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas();

    @Override
    protected RouteModule module() {
        return new BuiltInRoutes(() -> new Health(List.of(), List.of()), () -> new byte[0]);
    }

    @Override
    protected List<RouteModule> otherModules() {
        return List.of(new EventStreamRoutes(DATABASE.journal()));
    }
}
