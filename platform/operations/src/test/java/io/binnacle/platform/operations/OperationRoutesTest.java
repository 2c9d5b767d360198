package io.binnacle.platform.operations;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.TestDatabase;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OperationRoutesTest extends RouteModuleContract {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("operations");

    @TempDir
    Path data;

    private StoredOperations operations;

    @BeforeEach
    void start() {
        operations =
                new StoredOperations(new OperationStore(db.database(), Node.in(data)), db.clock(), new Workers(1, 1));
    }

    @AfterEach
    void stop() {
        operations.stop();
    }

    @Override
    protected RouteModule module() {
        return new OperationRoutes(operations);
    }
}
