package io.binnacle.planning.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.planning.api.PlanError;
import io.binnacle.planning.api.Stakeholder;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournaledStakeholdersTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("planning");

    private static final Principal ANA = new Principal("ana", Role.SELLER);

    private final Pipeline pipeline = new Pipeline();
    private JournaledStakeholders stakeholders;
    private UUID account;

    @BeforeEach
    void account() {
        stakeholders = new JournaledStakeholders(
                db.database(), db.journal(), db.clock(), pipeline.accounts(), () -> "planning");
        account = pipeline.account("Meridian Bank", Optional.empty());
    }

    @Test
    void lists_the_people_of_an_account_by_name() {
        Stakeholder zoe = add("Zoë Lund", Optional.empty());
        Stakeholder ida = add("Ida Berg", Optional.of(zoe.id()));

        assertThat(stakeholders.of(account)).containsExactly(ida, zoe);
        assertThat(stakeholders.find(ida.id())).contains(ida);
        assertThat(stakeholders.all()).contains(ida, zoe);
        assertThat(stakeholders.of(UUID.randomUUID())).isEmpty();
    }

    @Test
    void the_journal_knows_each_person() {
        Stakeholder zoe = add("Zoë Lund", Optional.empty());

        var state = db.journal()
                .state(new EntityRef("stakeholder", zoe.id()), AsOf.LATEST)
                .orElseThrow();

        assertThat(state.version()).isEqualTo(zoe.version()).isEqualTo(1);
        assertThat(state.fields().toString())
                .isEqualTo("{\"account\":\"%s\",\"name\":\"Zoë Lund\",\"title\":\"CFO\"}".formatted(account));
    }

    @Test
    void tells_every_fault_of_a_person_at_once() {
        UUID boss = add("Zoë Lund", Optional.empty()).id();
        UUID other = pipeline.account("Other", Optional.empty());

        assertThatThrownBy(() -> stakeholders.add(other, " ", "two\nlines", Optional.of(boss), ANA, "met"))
                .isInstanceOfSatisfying(PlatformException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(PlanError.INVALID_STAKEHOLDER);
                    assertThat(failure.fields())
                            .extracting(FieldError::pointer, FieldError::code)
                            .containsExactly(
                                    tuple("/name", "REQUIRED"),
                                    tuple("/title", "NOT_ONE_LINE"),
                                    tuple("/reportsTo", "OTHER_ACCOUNT"));
                });
        assertThat(stakeholders.of(other)).isEmpty();
    }

    private Stakeholder add(String name, Optional<UUID> reportsTo) {
        return stakeholders.add(account, name, "CFO", reportsTo, ANA, "met at the summit");
    }
}
