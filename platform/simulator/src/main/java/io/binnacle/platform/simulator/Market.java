package io.binnacle.platform.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The customers and services. All companies are made up. */
final class Market {

    static final String NORTH = "Region North";
    static final String SOUTH = "Region South";

    private static final List<CloudService> SERVICES = List.of(
            new CloudService("compute", "Elastic Compute", "Infrastructure", 310_000),
            new CloudService("storage", "Object Storage", "Infrastructure", 160_000),
            new CloudService("database", "Managed Database", "Data", 260_000),
            new CloudService("analytics", "Analytics Lakehouse", "Data", 380_000),
            new CloudService("ai", "AI Services", "AI", 340_000),
            new CloudService("security", "Security Suite", "Security", 210_000),
            new CloudService("collaboration", "Collaboration Suite", "Productivity", 280_000),
            new CloudService("support", "Mission-critical Support", "Services", 120_000));

    private Market() {}

    static List<CloudService> services() {
        return SERVICES;
    }

    static List<Customer> customers() {
        List<Customer> all = new ArrayList<>();
        add(all, "quellmark", NORTH, "Financial services", "Quellmark Bank", "Quellmark Leasing", "Quellmark Wealth");
        add(all, "brenvia", NORTH, "Insurance", "Brenvia Insurance", "Brenvia Life");
        add(all, "ostrelund", NORTH, "Manufacturing", "Ostrelund Group", "Ostrelund Drives", "Ostrelund Sensors");
        add(all, "vantholm", NORTH, "Retail", "Vantholm Retail", "Vantholm Online");
        add(all, "kerwinga", NORTH, "Energy", "Kerwinga Energy", "Kerwinga Grid");
        add(all, "meridosta", NORTH, "Healthcare", "Meridosta Clinics", "Meridosta Diagnostics");
        add(all, "zorevia", SOUTH, "Telecommunications", "Zorevia Telecom", "Zorevia Business");
        add(all, "halvesta", SOUTH, "Life sciences", "Halvesta Pharma", "Halvesta Research");
        add(all, "tolvane", SOUTH, "Manufacturing", "Tolvane Automotive", "Tolvane Mobility", "Tolvane Parts");
        add(all, "ardenquist", SOUTH, "Public sector", "Ardenquist Province", "Ardenquist Digital Agency");
        add(all, "sundrelle", SOUTH, "Retail", "Sundrelle Stores", "Sundrelle Logistics");
        add(all, "pelloria", SOUTH, "Financial services", "Pelloria Bank", "Pelloria Payments");
        return all;
    }

    private static void add(List<Customer> all, String id, String region, String industry, String... names) {
        all.add(new Customer(id, names[0], industry, region, Optional.empty()));
        for (int i = 1; i < names.length; i++) {
            all.add(new Customer(id + "-" + i, names[i], industry, region, Optional.of(id)));
        }
    }
}
