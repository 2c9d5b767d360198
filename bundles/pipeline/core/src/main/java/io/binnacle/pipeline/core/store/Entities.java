package io.binnacle.pipeline.core.store;

/** The names of our entity types in the journal. */
public final class Entities {

    public static final String NODE = "node";
    public static final String ACCOUNT = "account";
    public static final String PRODUCT = "product";
    public static final String OPPORTUNITY = "opportunity";
    public static final String TARGET = "target";
    public static final String QUALIFICATION = "qualification";

    private Entities() {}
}
