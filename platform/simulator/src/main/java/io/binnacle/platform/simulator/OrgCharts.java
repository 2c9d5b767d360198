package io.binnacle.platform.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The people who matter at each strategic account, and an IT head at each subsidiary. */
final class OrgCharts {

    private final Names names;

    OrgCharts(Names names) {
        this.names = names;
    }

    List<Person> people(List<Customer> customers) {
        List<Person> people = new ArrayList<>();
        for (Customer customer : customers) {
            if (customer.group().isEmpty()) {
                board(customer, people);
            } else {
                add(people, customer, "it", "Head of IT", null);
            }
        }
        return people;
    }

    private void board(Customer customer, List<Person> people) {
        String ceo = add(people, customer, "ceo", "Chief Executive Officer", null);
        String cio = add(people, customer, "cio", "Chief Information Officer", ceo);
        add(people, customer, "cfo", "Chief Financial Officer", ceo);
        String cdo = add(people, customer, "cdo", "Chief Data Officer", ceo);
        String infrastructure = add(people, customer, "infrastructure", "Head of Infrastructure", cio);
        add(people, customer, "security", "Chief Information Security Officer", cio);
        add(people, customer, "architect", "Lead Enterprise Architect", infrastructure);
        add(people, customer, "data", "Head of Data Platforms", cdo);
        add(people, customer, "procurement", "Head of IT Procurement", customer.id() + "-cfo");
    }

    private String add(List<Person> people, Customer customer, String role, String title, String above) {
        String id = customer.id() + "-" + role;
        people.add(new Person(id, customer.id(), names.next(), title, Optional.ofNullable(above)));
        return id;
    }
}
