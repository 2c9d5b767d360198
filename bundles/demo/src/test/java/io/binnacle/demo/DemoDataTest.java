package io.binnacle.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    private final DemoStatus status = new DemoStatus();
    private final OneAtATime operations = new OneAtATime();

    @Test
    void the_platform_is_not_ready_before_the_data_is_there() {
        start(List::of);

        assertThat(status.missing()).contains("demo data is waiting for the platform to come up");
    }

    @Test
    void nothing_is_loaded_into_a_database_that_has_accounts() throws Exception {
        start(() -> List.of(new Account(
                UUID.randomUUID(), "Acme", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 1)));

        assertThat(operations.run()).isEqualTo(Map.of("loaded", false));
        assertThat(status.missing()).isEmpty();
    }

    @Test
    void a_failure_stays_visible_in_one_sentence() {
        start(() -> {
            throw PlatformError.DATABASE_UNAVAILABLE.because("the database does not answer");
        });

        assertThatThrownBy(operations::run).hasMessage("the database does not answer");
        assertThat(status.missing()).contains("demo data could not be loaded: the database does not answer");
    }

    @Test
    void progress_is_told_in_percent() {
        status.loading(42);

        assertThat(status.missing()).contains("demo data is being loaded (42 %)");
    }

    private void start(Supplier<List<Account>> accounts) {
        DemoLoader loader =
                new DemoLoader(null, null, null, null, new Answering(accounts), null, null, null, null, null);
        new DemoData(loader, status, operations, Clock.systemUTC(), 7);
    }

    /** The accounts are all that is looked at before anything is loaded. */
    private record Answering(Supplier<List<Account>> answer) implements Accounts {

        @Override
        public Optional<Account> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<Account> all() {
            return answer.get();
        }
    }

    /** Runs the task when the test says so. */
    private static final class OneAtATime implements Operations {

        private Task task;

        @Override
        public Operation start(String kind, Principal by, Task toRun) {
            task = toRun;
            return null;
        }

        @Override
        public Optional<Operation> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<Operation> newest(String kind, Optional<UUID> before, int limit) {
            return List.of();
        }

        Object run() throws Exception {
            return task.run(Progress.NONE);
        }
    }
}
