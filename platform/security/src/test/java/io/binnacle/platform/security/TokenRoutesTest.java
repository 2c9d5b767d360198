package io.binnacle.platform.security;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.TestDatabase;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenRoutesTest extends RouteModuleContract {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("security");

    @Override
    protected RouteModule module() {
        return new TokenRoutes(new Tokens(db.database(), db.journal(), db.clock()));
    }
}
