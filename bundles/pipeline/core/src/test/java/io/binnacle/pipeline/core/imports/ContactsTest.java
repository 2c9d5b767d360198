package io.binnacle.pipeline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Contact;
import io.binnacle.pipeline.api.PipelineLoader.Count;
import io.binnacle.pipeline.core.StoredAccounts;
import io.binnacle.pipeline.core.StoredContacts;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The people at customers, from Salesforce and Dynamics 365. */
class ContactsTest {

    private final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String ACCOUNTS = """
            Id,Name,ParentId
            001A,Bank,
            001B,Bank South,001A
            """;
    private static final String CONTACTS = """
            Id,AccountId,ReportsToId,FirstName,LastName,Title,Department,Email,Phone
            003A,001A,,Ada,Ahn,CFO,Finance,ada@bank.example,+1 555 0100
            003B,001B,003A,,Borg,Controller,,,
            003C,001Z,,Cy,Cole,,,,
            003D,001A,003E,Di,Dow,,,,
            003E,001A,003D,Ed,Ek,,,,
            003F,001A,,Fay,,,,,
            """;

    private StoredContacts contacts;

    @BeforeEach
    void an_empty_database() throws SQLException {
        db.start();
        contacts = new StoredContacts(db.database(), db.journal());
    }

    @AfterEach
    void stop() {
        db.stop();
    }

    @Test
    void they_come_in_with_their_account_and_superior_and_once() {
        ImportReport report = run(CONTACTS);

        assertThat(report.outcome().counts().get("contact")).isEqualTo(new Count(2, 0, 0));
        assertThat(report.files().get(1).errors())
                .extracting(problem -> problem.line(), problem -> problem.field(), problem -> problem.code())
                .containsExactlyInAnyOrder(
                        tuple(4L, "AccountId", "UNKNOWN_REFERENCE"),
                        tuple(5L, "ReportsToId", "CONTACT_CYCLE"),
                        tuple(6L, "ReportsToId", "CONTACT_CYCLE"),
                        tuple(7L, "LastName", "MISSING_VALUE"));
        Map<String, Contact> named = named();
        Contact ada = named.get("Ada Ahn");
        assertThat(ada.title()).contains("CFO");
        assertThat(ada.email()).contains("ada@bank.example");
        assertThat(ada.account()).contains(account("Bank"));
        assertThat(named.get("Borg").reportsTo()).contains(ada.id());
        assertThat(contacts.list(Optional.of(account("Bank South")), AsOf.LATEST))
                .extracting(Contact::name)
                .containsExactly("Borg");
        assertThat(run(CONTACTS).outcome().events()).isZero();
    }

    @Test
    void what_they_were_before_stays_known() {
        run(CONTACTS);
        Instant before = db.clock().instant();
        db.clock().advance(Duration.ofDays(1));

        run(CONTACTS.replace("Controller", "Treasurer"));

        assertThat(named().get("Borg").title()).contains("Treasurer");
        assertThat(contacts.list(Optional.empty(), AsOf.validAt(before)))
                .filteredOn(contact -> contact.name().equals("Borg"))
                .singleElement()
                .satisfies(contact -> assertThat(contact.title()).contains("Controller"));
    }

    @Test
    void those_of_dynamics_that_stand_below_a_person_have_no_account() {
        new Imports(db).run(false, Imports.file("a.csv", """
                                accountid,name,parentaccountid
                                a1,Bank,
                                """), Imports.file("c.csv", """
                                contactid,fullname,_parentcustomerid_value,_parentcustomerid_type,_parent_contactid_value,jobtitle,emailaddress1
                                c1,Ada Ahn,a1,account,,CFO,ada@bank.example
                                c2,Bo Borg,c1,contact,c1,Controller,
                                """));

        Map<String, Contact> named = named();
        assertThat(named.get("Ada Ahn").account()).contains(account("Bank"));
        assertThat(named.get("Bo Borg").account()).isEmpty();
        assertThat(named.get("Bo Borg").reportsTo())
                .contains(named.get("Ada Ahn").id());
    }

    private ImportReport run(String file) {
        return new Imports(db).run(false, Imports.file("a.csv", ACCOUNTS), Imports.file("c.csv", file));
    }

    private Map<String, Contact> named() {
        List<Contact> all = contacts.list(Optional.empty(), AsOf.LATEST);
        return all.stream().collect(Collectors.toMap(Contact::name, Function.identity()));
    }

    private UUID account(String name) {
        return new StoredAccounts(db.database())
                .all().stream()
                        .filter(account -> account.name().equals(name))
                        .map(Account::id)
                        .findFirst()
                        .orElseThrow();
    }
}
